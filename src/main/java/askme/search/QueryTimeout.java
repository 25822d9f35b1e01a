package askme.search;

import io.quarkus.logging.Log;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs queries that may run out of time; then the reader gets what there is, and is told. */
final class QueryTimeout {

    private QueryTimeout() {}

    /**
     * How a query went.
     *
     * @param cutShort whether the time limit ended it
     */
    record Outcome<T>(T value, boolean cutShort) {}

    /** The value of {@code query}, or {@code otherwise} where the JDBC query timeout ended it. */
    static <T> Outcome<T> with(Supplier<T> query, T otherwise) {
        long start = System.nanoTime();
        try {
            return new Outcome<>(query.get(), false);
        } catch (RuntimeException e) {
            if (!timedOut(e)) {
                throw e;
            }
            Log.infof(
                    "search cut short after=%sms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            return new Outcome<>(otherwise, true);
        }
    }

    private static boolean timedOut(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
