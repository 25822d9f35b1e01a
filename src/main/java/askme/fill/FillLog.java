package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The progress of a fill, in a table that exists only until the fill is finished. The progress of a step is written in the
 * transaction of its rows. So after a crash the next start continues exactly after the last row.
 */
final class FillLog {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS fill_log"
            + " (name VARCHAR(32) NOT NULL PRIMARY KEY, value BIGINT NOT NULL) ENGINE=InnoDB";
    private static final String EXISTS =
            "SELECT COUNT(*) AS value FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fill_log'";
    /** A deleted comment comes back with its id. */
    private static final String LAST_DELETED_COMMENT = "(SELECT COALESCE(MAX(comment_id), 0) FROM deleted_comment)";

    private static final String SET =
            "INSERT INTO fill_log (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)";

    private FillLog() {}

    /** The run that was interrupted; empty if none was. */
    static Optional<FillRun> unfinished(Connection connection) throws SQLException {
        if (number(connection, EXISTS) == 0) {
            return Optional.empty();
        }
        Map<String, Long> values = new HashMap<>();
        Jdbc.query(
                        connection,
                        "SELECT name, value FROM fill_log",
                        row -> Map.entry(row.getString("name"), row.getLong("value")))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        // "now" is written last. A run without it has no rows yet.
        return values.containsKey("now") ? Optional.of(run(values)) : Optional.empty();
    }

    /** Records a new run whose rows follow the existing ones, and reserves the ids of its rows. */
    static FillRun start(Connection connection, FillSize size, long seed, long now) throws SQLException {
        Jdbc.update(connection, TABLE);
        FillRun run = new FillRun(
                size,
                seed,
                now,
                reserve(connection, "member", size.members()),
                reserve(connection, "tag", size.tags()),
                reserve(connection, "question", size.questions()),
                reserve(connection, "answer", size.answers()),
                reserve(connection, "comment", new CommentPlan(seed, size).total()));
        set(connection, "ratio", size.ratio());
        set(connection, "seed", seed);
        set(connection, "member", run.memberBase());
        set(connection, "tag", run.tagBase());
        set(connection, "question", run.questionBase());
        set(connection, "answer", run.answerBase());
        set(connection, "comment", run.commentBase());
        set(connection, "now", now);
        return run;
    }

    /** The number of units of {@code step} that are written. */
    static int done(Connection connection, String step) throws SQLException {
        return (int) number(
                connection, "SELECT COALESCE(MAX(value), 0) AS value FROM fill_log WHERE name = ?", "done:" + step);
    }

    static void done(Connection connection, String step, int until) throws SQLException {
        set(connection, "done:" + step, until);
    }

    static void finish(Connection connection) throws SQLException {
        Jdbc.update(connection, "DROP TABLE fill_log");
    }

    private static FillRun run(Map<String, Long> values) {
        return new FillRun(
                new FillSize(values.get("ratio").intValue()),
                values.get("seed"),
                values.get("now"),
                values.get("member"),
                values.get("tag"),
                values.get("question"),
                values.get("answer"),
                values.get("comment"));
    }

    /** Rows that members write during the fill receive ids after those of the fill. */
    private static long reserve(Connection connection, String table, int count) throws SQLException {
        long base = number(
                connection,
                "SELECT GREATEST((SELECT COALESCE(MAX(id), 0) FROM " + table + "), "
                        + (table.equals("comment") ? LAST_DELETED_COMMENT : "0") + ") AS value");
        Jdbc.update(connection, "ALTER TABLE " + table + " AUTO_INCREMENT = " + (base + count + 1));
        return base;
    }

    private static void set(Connection connection, String name, long value) throws SQLException {
        Jdbc.update(connection, SET, name, value);
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        return Jdbc.query(connection, sql, row -> row.getLong("value"), values).get(0);
    }
}
