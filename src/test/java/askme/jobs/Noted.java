package askme.jobs;

/** An event of the outbox's tests, handled by {@link NoteHandler}. */
record Noted(String text) {}
