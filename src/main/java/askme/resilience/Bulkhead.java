package askme.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many callers do the same work at a time; the others wait, first come, first served. If all callers shared the
 * processor, each would take as long as all of them together. With a limit, cheap work waits for a part of the expensive work.
 */
public final class Bulkhead {

    private final Semaphore permits;
    private final Duration maxWait;

    /**
     * @param maxConcurrent how many callers may work at a time
     * @param maxWait how long a caller waits for permission
     */
    public Bulkhead(int maxConcurrent, Duration maxWait) {
        this.permits = new Semaphore(maxConcurrent, true);
        this.maxWait = maxWait;
    }

    /** Work that may fail with a checked exception. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Runs {@code work} and returns its result. Empty if no permission came within the longest wait, or if the thread was
     * interrupted; then {@code work} was not run.
     *
     * @param work must not return null
     */
    public <T, E extends Exception> Optional<T> call(Work<T, E> work) throws E {
        try {
            if (!permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            permits.release();
        }
    }
}
