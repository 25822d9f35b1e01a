package askme.importing.apacheanswer;

import askme.database.Jdbc;
import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The database of an Apache Answer. It is only read, in one snapshot. */
final class OldDatabase implements AutoCloseable {

    static final String ADDRESS = "jdbc:mysql:";

    private static final List<String> TABLES = List.of(
            "user", "question", "answer", "comment", "activity", "config", "tag", "tag_rel", "revision", "meta");

    private final Connection connection;

    private OldDatabase(Connection connection) {
        this.connection = connection;
    }

    /** @param url begins with {@link #ADDRESS} */
    static OldDatabase open(String url, String user, String password) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        // Answer writes days before the first one for "never".
        account.setProperty("zeroDateTimeBehavior", "CONVERT_TO_NULL");
        Connection connection = new Driver().connect(url, account);
        try (Statement session = connection.createStatement()) {
            connection.setReadOnly(true);
            // A TIMESTAMP is read in UTC, regardless of the zone of the server.
            session.execute("SET SESSION time_zone = '+00:00'");
            session.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            session.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            return new OldDatabase(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The rows of a table by their ids.
     *
     * @param condition on the table {@code t}
     * @param columns a column that an older version of Answer does not have is NULL
     */
    TableRows rows(String table, String condition, String... columns) throws IOException {
        try {
            Set<String> existing = columns(table);
            List<String> selected = new ArrayList<>(List.of("t.id AS id"));
            for (String column : columns) {
                boolean computed = column.startsWith("(");
                boolean exists = existing.contains(column);
                selected.add(computed ? column : exists ? "t.`" + column + "`" : "NULL AS `" + column + "`");
            }
            String sql = "SELECT " + String.join(", ", selected) + " FROM `" + table + "` t WHERE t.id > ? AND ("
                    + condition + ") ORDER BY t.id LIMIT ?";
            return new TableRows(connection, table, sql);
        } catch (SQLException e) {
            throw new IOException("The table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A table that every version of Answer has, and this database does not. */
    Optional<String> missingTable() throws SQLException {
        for (String table : TABLES) {
            if (!hasTable(table)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    boolean hasTable(String table) throws SQLException {
        return !Jdbc.query(
                        connection,
                        "SELECT table_name AS name FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = ?",
                        row -> row.getString("name"),
                        table)
                .isEmpty();
    }

    long count(String table) throws SQLException {
        return Jdbc.query(connection, "SELECT COUNT(*) AS rows_of FROM `" + table + "`", row -> row.getLong("rows_of"))
                .get(0);
    }

    private Set<String> columns(String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM `" + table + "` LIMIT 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                names.add(none.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
