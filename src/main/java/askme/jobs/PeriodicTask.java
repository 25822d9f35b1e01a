package askme.jobs;

/**
 * Work that recurs. A CDI bean; the scheduler role puts one job on the queue for each slot of the schedule, however many
 * schedulers run, and a worker does it with the event's {@link Handler}. A slot whose predecessor still waits adds no second
 * job. A slot missed by less than five minutes is made up for; an interval's first slot begins at once.
 */
public interface PeriodicTask {

    /** The stable name under which the last run is kept, such as {@code popular-tags}. */
    String name();

    /**
     * From the configuration: Quarkus' cron syntax in UTC ({@code 0 0 3 * * ?}), an interval such as {@code 2s}, {@code 10m} or
     * {@code PT1H}, or {@code off}. Anything else fails the start of a scheduler.
     */
    String schedule();

    /** What a worker is to handle; exactly one handler has this class. */
    Object event();
}
