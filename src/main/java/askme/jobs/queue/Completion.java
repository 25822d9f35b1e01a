package askme.jobs.queue;

/**
 * A job and what became of it.
 *
 * @param outbox whether a row of the outbox stands behind it
 */
public record Completion(ClaimedJob job, boolean outbox, Outcome outcome) {}
