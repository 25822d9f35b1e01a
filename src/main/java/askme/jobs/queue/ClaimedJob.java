package askme.jobs.queue;

/**
 * A job that a worker has claimed.
 *
 * @param id its id in Redis
 * @param payload the envelope as JSON, possibly written by another version
 * @param failures how many times its handler failed
 * @param crashes how many times its worker died
 */
public record ClaimedJob(String id, String queue, String payload, int failures, int crashes) {

    /** The number of this delivery; 1 for the first. */
    public int attempt() {
        return 1 + failures + crashes;
    }
}
