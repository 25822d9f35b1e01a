package askme.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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

    /** What {@code work} gave, or empty where its turn did not come in time or the thread is to end. */
    public <T> Optional<T> take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
