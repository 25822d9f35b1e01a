package askme.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few at a time, first come, first served. Work that keeps a processor busy, done for all at once, takes for each as long
 * as for all together; in turn the dear waits for the cheap no longer than it must, and the cheap not for all of the dear.
 */
public final class Bulkhead {

    private final Semaphore places;
    private final Duration patience;

    /**
     * @param atOnce how many may work at a time
     * @param patience how long one waits for its turn
     */
    public Bulkhead(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Work that may fail with a checked exception. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** The result of {@code work}, or empty if no place became free in time or the thread was interrupted. */
    public <T, E extends Exception> Optional<T> take(Work<T, E> work) throws E {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            places.release();
        }
    }
}
