package askme.search;

import askme.resilience.Causes;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Runs queries that have a time limit. After the limit the reader gets fewer results and a notice. */
final class QueryTimeout {

    private static final Set<Integer> ENDED_BY_SERVER = Set.of(
            1969, // ER_STATEMENT_TIMEOUT of MariaDB
            3024 // ER_QUERY_TIMEOUT of MySQL
            );

    private QueryTimeout() {}

    /**
     * The result of a query.
     *
     * @param cutShort whether the time limit ended the query
     */
    record Outcome<T>(T value, boolean cutShort) {}

    /** The value of {@code query}, or {@code otherwise} if the server ended it after its limit, see {@link LimitedQueries}. */
    static <T> Outcome<T> run(Supplier<T> query, T otherwise) {
        long start = System.nanoTime();
        try {
            return new Outcome<>(query.get(), false);
        } catch (RuntimeException e) {
            if (!endedByServer(e)) {
                throw e;
            }
            Log.infof(
                    "search cut short after=%sms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            return new Outcome<>(otherwise, true);
        }
    }

    static boolean endedByServer(Exception failure) {
        return Causes.find(failure, SQLException.class, cause -> ENDED_BY_SERVER.contains(cause.getErrorCode()))
                .isPresent();
    }
}
