package askme.jobs;

/**
 * A job that this worker has taken.
 *
 * @param id what Redis knows it by
 * @param payload the envelope as text, which another version may have written
 * @param failures how often its handler threw
 * @param crashes how often its worker was lost
 */
record Claimed(String id, String queue, String payload, int failures, int crashes) {

    int attempt() {
        return 1 + failures + crashes;
    }
}
