package askme.jobs.queue;

import java.time.Duration;

/** The result of a delivery. */
public sealed interface Outcome {

    /** Its stable name in metrics and in the schedule database. */
    String name();

    /** The handler has executed the job. */
    record Done() implements Outcome {
        @Override
        public String name() {
            return "done";
        }
    }

    /**
     * The job is retried.
     *
     * @param delay from now to the next attempt
     * @param error the handler's failure; empty if the job is put back without an attempt
     */
    record Retry(Duration delay, String error) implements Outcome {
        @Override
        public String name() {
            return "failed";
        }
    }

    /** The job is not retried any longer. */
    record Dead(String reason) implements Outcome {
        @Override
        public String name() {
            return "buried";
        }
    }
}
