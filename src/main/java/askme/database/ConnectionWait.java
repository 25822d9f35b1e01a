package askme.database;

import askme.resilience.RequestDeadline;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the wait of one thread for a connection when its request has no time left. The pool has one limit for all waits, but it ends
 * a wait if the thread is interrupted.
 */
final class ConnectionWait implements AutoCloseable {

    private static final ScheduledExecutorService TIMER = timer();

    private final Thread waiting = Thread.currentThread();
    private boolean over;
    private boolean interrupted;

    private final Future<?> end;

    /** @param limit after it, the current thread is interrupted */
    ConnectionWait(Duration limit) {
        end = TIMER.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The current thread begins to wait. It closes the result after the wait, before it does anything else.
     *
     * @return null if the limit of the pool is enough: the thread serves no request, or the request has time
     */
    static ConnectionWait ofRequest() {
        return RequestDeadline.current()
                .map(RequestDeadline::left)
                .filter(left -> left.compareTo(DatabaseUse.CONNECTING) < 0)
                .map(ConnectionWait::new)
                .orElse(null);
    }

    private synchronized void interrupt() {
        if (!over) {
            interrupted = true;
            waiting.interrupt();
        }
    }

    /** Ends the wait. An interrupt that came too late does not reach the work that follows. */
    @Override
    public synchronized void close() {
        over = true;
        end.cancel(false);
        if (interrupted) {
            Thread.interrupted();
        }
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "connection-wait");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
