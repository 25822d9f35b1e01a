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

    /** Marks this delivery as failed. */
    public void failed(Exception cause) {
        failure = cause;
    }

    /** The cause of the failure; null if the job is done. */
    public Exception failure() {
        return failure;
    }
}
