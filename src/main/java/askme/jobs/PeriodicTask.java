package askme.jobs;

import java.util.Map;

/**
 * Work that recurs. It is a CDI bean with {@link JobHandler}. The schedulers queue one job for each slot of the schedule, however
 * many of them run, and a worker calls {@link #run}. A slot adds no job while the job of an earlier slot still waits. A
 * slot missed by less than five minutes is made up for. The first slot of an interval starts at once.
 */
public interface PeriodicTask {

    /** The stable name under which the last run is stored, such as {@code popular-tags}. */
    String name();

    /**
     * From the configuration: Quarkus' cron syntax in UTC ({@code 0 0 3 * * ?}), an interval such as {@code 2s}, {@code 10m} or
     * {@code PT1H}, or {@code off}. Any other text prevents the start of a scheduler.
     */
    String schedule();

    /** Does the work. Delivery is at least once, so running it twice does no harm; a task that throws is retried. */
    void run() throws Exception;

    /** The event of the task's jobs. Tasks that share the name of a handler override it, because the event distinguishes them. */
    default Object event() {
        return Map.of();
    }

    /** How the task's jobs are named and queued. */
    default JobHandler handler() {
        return JobHandlers.of(getClass());
    }
}
