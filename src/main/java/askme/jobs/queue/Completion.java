package askme.jobs.queue;

/**
 * A job with its outcome.
 *
 * @param outbox whether the outbox has a row for it
 */
public record Completion(ClaimedJob job, boolean outbox, Outcome outcome) {}
