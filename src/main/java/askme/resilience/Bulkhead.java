package askme.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many callers do the same work at a time; a few others wait, first come, first served. If all callers shared the
 * processor, each would take as long as all of them together. With a limit, cheap work waits for a part of the expensive work.
 * A caller that waits holds a thread of the pages, so the next one after those that wait is refused at once.
 */
public final class Bulkhead {

    private final Semaphore permits;
    private final Duration maxWait;
    private final int maxWaiting;

    /**
     * @param maxConcurrent how many callers may work at a time
     * @param maxWaiting how many callers may wait for permission
     * @param maxWait how long a caller waits for permission
     */
    public Bulkhead(int maxConcurrent, int maxWaiting, Duration maxWait) {
        this.permits = new Semaphore(maxConcurrent, true);
        this.maxWaiting = maxWaiting;
        this.maxWait = maxWait;
    }

    /** Work that may fail with a checked exception. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Runs {@code work} and returns its result. Empty if too many callers wait, if no permission came within the longest wait, or
     * if the thread was interrupted; then {@code work} was not run. The wait counts for {@link RequestDeadline}, because
     * callers usually wait for the database.
     *
     * @param work must not return null
     */
    public <T, E extends Exception> Optional<T> call(Work<T, E> work) throws E {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            permits.release();
        }
    }

    private boolean enter() {
        try {
            if (permits.tryAcquire(0, TimeUnit.MILLISECONDS)) {
                return true;
            }
            return permits.getQueueLength() < maxWaiting
                    && permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
