package askme.jobs.queue;

/**
 * A job that this worker has taken.
 *
 * @param id what Redis knows it by
 * @param payload the envelope as text, which another version may have written
 * @param failures how often its handler threw
 * @param crashes how often its worker was lost
 */
public record ClaimedJob(String id, String queue, String payload, int failures, int crashes) {

    public int attempt() {
        return 1 + failures + crashes;
    }
}
