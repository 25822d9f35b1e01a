package askme.jobs.queue;

import java.time.Duration;

/** What became of a delivered job. */
public sealed interface Outcome {

    /** Its stable name in metrics and in the schedule database. */
    String name();

    /** The effect is there. */
    record Done() implements Outcome {
        @Override
        public String name() {
            return "done";
        }
    }

    /**
     * Later again.
     *
     * @param error what the handler threw; empty where the job is put back without having been tried
     */
    record Again(Duration delay, String error) implements Outcome {
        @Override
        public String name() {
            return "failed";
        }
    }

    /** Never again. */
    record Buried(String reason) implements Outcome {
        @Override
        public String name() {
            return "buried";
        }
    }
}
