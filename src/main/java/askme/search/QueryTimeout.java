package askme.search;

import askme.resilience.Causes;
import io.quarkus.logging.Log;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs queries that have a time limit. After the limit the reader gets fewer results and a notice. */
final class QueryTimeout {

    private QueryTimeout() {}

    /**
     * The result of a query.
     *
     * @param cutShort whether the time limit ended the query
     */
    record Outcome<T>(T value, boolean cutShort) {}

    /** The value of {@code query}, or {@code otherwise} if the JDBC query timeout ended it. */
    static <T> Outcome<T> run(Supplier<T> query, T otherwise) {
        long start = System.nanoTime();
        try {
            return new Outcome<>(query.get(), false);
        } catch (RuntimeException e) {
            if (!Causes.include(e, SQLTimeoutException.class)) {
                throw e;
            }
            Log.infof(
                    "search cut short after=%sms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            return new Outcome<>(otherwise, true);
        }
    }
}
