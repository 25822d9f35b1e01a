package askme.jobs;

/**
 * One job of a batch.
 *
 * @param <E> the event
 */
public final class Delivery<E> {

    private final E event;
    private final Job job;
    private Exception failure;

    public Delivery(E event, Job job) {
        this.event = event;
        this.job = job;
    }

    public E event() {
        return event;
    }

    public Job job() {
        return job;
    }

    /** Says that the effect of this one is not there, and why. */
    public void failed(Exception why) {
        failure = why;
    }

    /** Null where the job is done. */
    public Exception failure() {
        return failure;
    }
}
