package askme.jobs;

import java.util.List;

/**
 * A handler that executes several jobs in one call, such as publications in one request to the hub. It gets jobs that wait
 * at the same time; no job is held back to fill a batch.
 *
 * @param <E> the event
 */
public interface BatchHandler<E> extends Handler<E> {

    /** The maximum number of jobs that a worker claims in one step. */
    int BATCH = 100;

    /** The maximum number of jobs in one call. */
    default int batchSize() {
        return BATCH;
    }

    /**
     * Executes all deliveries. A delivery marked as {@link Delivery#failed} is retried, or is dead if the failure is a
     * {@link PermanentFailure}. The others are done.
     *
     * @throws Exception if all deliveries failed
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
