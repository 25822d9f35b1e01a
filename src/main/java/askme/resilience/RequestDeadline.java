package askme.resilience;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * The moment until which the request of the current thread may use the database, however many statements it needs. Time that the
 * site itself spends is excluded: an upload, a password hash, a picture. Threads of jobs and commands have no deadline.
 */
public final class RequestDeadline {

    private static final String KEY = RequestDeadline.class.getName();

    private final long limitNs;
    private long until;
    private boolean failed;

    private RequestDeadline(Duration limit) {
        this.limitNs = limit.toNanos();
        this.until = System.nanoTime() + limitNs;
    }

    /** Starts the time of the request that the current Vert.x context serves. */
    public static RequestDeadline start(Duration limit) {
        RequestDeadline deadline = new RequestDeadline(limit);
        context().ifPresent(context -> context.putLocal(KEY, deadline));
        return deadline;
    }

    /** Continues with this deadline in the current Vert.x context, which a library made for the same request. */
    public void adopt() {
        context().ifPresent(context -> context.putLocal(KEY, this));
    }

    /** The deadline of the current request; empty on a thread that serves no request. */
    public static Optional<RequestDeadline> current() {
        return context().map(context -> context.getLocal(KEY));
    }

    /** Runs {@code work}, which uses no database, and excludes its time. */
    public static <T, E extends Exception> T excluding(Bulkhead.Work<T, E> work) throws E {
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            current().ifPresent(deadline -> deadline.extend(System.nanoTime() - start));
        }
    }

    private static Optional<Context> context() {
        return Optional.ofNullable(Vertx.currentContext()).filter(VertxContext::isDuplicatedContext);
    }

    private synchronized void extend(long ns) {
        until += ns;
    }

    /** Starts the time again, because only now the body of the request has arrived. */
    public synchronized void restart() {
        if (!failed) {
            until = System.nanoTime() + limitNs;
        }
    }

    /** Ends the time: the database did not answer this request. Its error page must not ask again. */
    public synchronized void fail() {
        failed = true;
        until = System.nanoTime();
    }

    /** The rest of the time; zero if it is over. */
    public synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
