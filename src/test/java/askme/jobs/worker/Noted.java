package askme.jobs.worker;

/** An event of the outbox's tests, handled by {@link NoteHandler}. */
public record Noted(String text) {}
