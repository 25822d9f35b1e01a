package askme.jobs.support;

/** An event for tests of the outbox; {@link NoteHandler} handles it. */
public record Noted(String text) {}
