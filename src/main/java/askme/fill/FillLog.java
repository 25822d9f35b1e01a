package askme.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an unfinished fill has done, in a table that exists only as long as it does. A step's mark is written in the
 * transaction of its rows, so that after a crash the next start goes on exactly where the rows end.
 */
final class FillLog {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS fill_log"
            + " (name VARCHAR(32) NOT NULL PRIMARY KEY, value BIGINT NOT NULL) ENGINE=InnoDB";
    private static final String EXISTS =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fill_log'";
    private static final String MARK =
            "INSERT INTO fill_log (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)";

    private FillLog() {}

    /** The run that was interrupted, if there is one. */
    static Optional<Run> unfinished(Connection connection) throws SQLException {
        if (number(connection, EXISTS) == 0) {
            return Optional.empty();
        }
        Map<String, Long> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, value FROM fill_log")) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        }
        // Written last: a run without it has written nothing.
        return values.containsKey("now") ? Optional.of(run(values)) : Optional.empty();
    }

    /** Notes a new run behind the rows there are, and keeps the ids up to its last one free for it. */
    static Run start(Connection connection, Size size, long seed, long now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        Run run = new Run(
                size,
                seed,
                now,
                reserved(connection, "member", size.members()),
                reserved(connection, "tag", size.tags()),
                reserved(connection, "question", size.questions()),
                reserved(connection, "answer", size.answers()));
        mark(connection, "ratio", size.ratio());
        mark(connection, "seed", seed);
        mark(connection, "member", run.memberBase());
        mark(connection, "tag", run.tagBase());
        mark(connection, "question", run.questionBase());
        mark(connection, "answer", run.answerBase());
        mark(connection, "now", now);
        return run;
    }

    /** How far {@code step} has come. */
    static int done(Connection connection, String step) throws SQLException {
        return (int)
                number(connection, "SELECT COALESCE(MAX(value), 0) FROM fill_log WHERE name = 'done:" + step + "'");
    }

    static void done(Connection connection, String step, int until) throws SQLException {
        mark(connection, "done:" + step, until);
    }

    static void finish(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE fill_log");
        }
    }

    private static Run run(Map<String, Long> values) {
        return new Run(
                new Size(values.get("ratio").intValue()),
                values.get("seed"),
                values.get("now"),
                values.get("member"),
                values.get("tag"),
                values.get("question"),
                values.get("answer"));
    }

    /** What people write meanwhile gets ids behind the fill's. */
    private static long reserved(Connection connection, String table, int count) throws SQLException {
        long base = number(connection, "SELECT COALESCE(MAX(id), 0) FROM " + table);
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = " + (base + count + 1));
        }
        return base;
    }

    private static void mark(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setString(1, name);
            statement.setLong(2, value);
            statement.executeUpdate();
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
