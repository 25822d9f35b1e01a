package askme.jobs.queue;

/**
 * A job that a worker has claimed.
 *
 * @param id its id in Redis
 * @param payload the envelope as JSON, possibly written by another version
 * @param failures how many times its handler failed
 * @param crashes how many workers died while they executed it alone
 * @param suspect whether a worker died while it held this job; it must then be executed alone
 */
public record ClaimedJob(String id, String queue, String payload, int failures, int crashes, boolean suspect) {

    /** The number of this delivery; 1 for the first. */
    public int attempt() {
        return 1 + failures + crashes;
    }
}
