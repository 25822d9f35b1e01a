package askme.jobs;

/**
 * A job and what became of it.
 *
 * @param outbox whether a row of the outbox stands behind it
 */
record Settled(Claimed job, boolean outbox, Outcome outcome) {}
