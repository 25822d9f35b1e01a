package askme.jobs;

import java.util.List;

/**
 * A handler that does many jobs at the cost of one: publications sent to the hub in one request. What waits together is
 * handed over together; nothing is held back to make a batch fuller.
 *
 * @param <E> the event
 */
public interface BatchHandler<E> extends Handler<E> {

    /** The most jobs that a worker takes in one step. */
    int BATCH = 100;

    /** The most jobs at once; 100 is all that a worker takes in one step. */
    default int batchSize() {
        return BATCH;
    }

    /**
     * Does the effect of each. A delivery that is marked {@link Delivery#failed} is tried again (or buried, with
     * {@link PermanentFailure}), every other one is done; an exception fails them all.
     */
    void handleAll(List<Delivery<E>> deliveries) throws Exception;

    @Override
    default void handle(E event, Job job) throws Exception {
        Delivery<E> only = new Delivery<>(event, job);
        handleAll(List.of(only));
        if (only.failure() != null) {
            throw only.failure();
        }
    }
}
