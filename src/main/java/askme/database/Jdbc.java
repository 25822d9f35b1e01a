package askme.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs SQL without Hibernate: for statements over many rows, and for the first query of a request, which then is one round
 * trip. Values are bound in their order. An {@link Instant} is stored as UTC without a zone, as Hibernate does.
 */
public final class Jdbc {

    private final DataSource database;
    private final int timeoutS;

    public Jdbc(DataSource database) {
        this(database, Duration.ZERO);
    }

    /** @param timeout limits each statement that gets its connection from {@code database}; zero for no limit */
    public Jdbc(DataSource database, Duration timeout) {
        this.database = database;
        this.timeoutS = (int) timeout.toSeconds();
    }

    /** Makes a result from one row. It reads columns by name. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The rows that {@code sql} finds. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return query(connection, timeoutS, sql, mapper, values);
        }
    }

    /** Runs one statement and returns the number of rows it changed. */
    public int update(String sql, Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return update(connection, timeoutS, sql, values);
        }
    }

    /**
     * Runs {@code work} in its own transaction, which ends with a commit, or with a rollback if {@code work} throws.
     *
     * @param isolation a constant of {@link Connection}
     */
    public <T> T transaction(int isolation, Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private Connection connect() throws SQLException {
        DatabaseUse.requireTime();
        try (ConnectionWait wait = ConnectionWait.ofRequest()) {
            return database.getConnection();
        } catch (SQLException e) {
            DatabaseUse.endInterrupt(e);
            throw e;
        }
    }

    /** Inserts one row on the caller's connection and returns its generated id; 0 if the table generates none. */
    public static long insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    /** The rows that {@code sql} finds, on the caller's connection. */
    public static <T> List<T> query(Connection connection, String sql, RowMapper<T> mapper, Object... values)
            throws SQLException {
        return query(connection, 0, sql, mapper, values);
    }

    private static <T> List<T> query(
            Connection connection, int timeoutS, String sql, RowMapper<T> mapper, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, timeoutS, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        }
    }

    /** Runs one statement on the caller's connection and returns the number of rows it changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        return update(connection, 0, sql, values);
    }

    private static int update(Connection connection, int timeoutS, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, timeoutS, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, int timeoutS, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            if (timeoutS > 0) {
                statement.setQueryTimeout(timeoutS);
            }
            bind(statement, values);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant moment ? utc(moment) : values[i]);
        }
    }

    /** {@code ?, ?, ?}: as many placeholders as {@code values}. */
    public static String placeholders(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }

    /** The moment in {@code column}; null if the column is null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    /** The value of {@code moment} in a column of type DATETIME. */
    public static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
