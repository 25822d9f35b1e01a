package askme.jobs;

import java.time.Duration;

/** What became of a delivered job. */
sealed interface Outcome {

    /** The effect is there. */
    record Done() implements Outcome {}

    /**
     * Later again.
     *
     * @param error what the handler threw; empty where the job is put back without having been tried
     */
    record Again(Duration delay, String error) implements Outcome {}

    /** Never again. */
    record Buried(String reason) implements Outcome {}
}
