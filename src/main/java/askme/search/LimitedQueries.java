package askme.search;

import askme.database.Row;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Queries that the server ends after a limit. A timeout of JDBC would not end if the database hangs: the driver opens a connection
 * to cancel the statement, and the statement waits for it.
 */
final class LimitedQueries {

    private static final String SELECT = "SELECT";

    private final Session hibernate;
    private final Duration limit;

    /** @param limit for each query */
    LimitedQueries(Session hibernate, Duration limit) {
        this.hibernate = hibernate;
        this.limit = limit;
    }

    NativeQuery<Object[]> rows(String sql) {
        return hibernate.createNativeQuery(limited(sql, limit), Object[].class);
    }

    NativeQuery<Long> ids(String sql) {
        return hibernate.createNativeQuery(limited(sql, limit), Long.class).addScalar("id", Long.class);
    }

    NativeQuery<Hit> hits(String sql) {
        return rows(sql)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("answer_count", Integer.class)
                .addScalar("accepted_answer_id", Long.class)
                .addScalar("closed", Integer.class)
                .addScalar("rating", Integer.class)
                .addScalar("starts", Integer.class)
                .addScalar("answer_id", Long.class)
                .setTupleTransformer((values, names) -> Hit.of(new Row(values, names)));
    }

    /**
     * {@code sql}, which begins with SELECT, with its limit for MySQL and for MariaDB: each of them reads the other's limit as a
     * comment (MySQL 8.0 reference, "Optimizer Hints"; MariaDB, "SET STATEMENT").
     */
    static String limited(String sql, Duration limit) {
        if (!sql.startsWith(SELECT)) {
            throw new IllegalArgumentException("only a SELECT has a limit: " + sql);
        }
        String seconds = String.format(Locale.ROOT, "%.3f", limit.toMillis() / 1000.0);
        return "/*M! SET STATEMENT max_statement_time = " + seconds + " FOR */ SELECT /*+ MAX_EXECUTION_TIME("
                + limit.toMillis() + ") */" + sql.substring(SELECT.length());
    }
}
