package askme.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how long statements take, twice: the server gives up first, and the driver stops waiting a little later, if the server
 * hangs. A connection begins with the limits of a page. It gets those of a job when a job takes it, and the reverse. The pool
 * prefers to give a thread the connection that it had before, so this is rare, and pages pay nothing for it.
 */
@Singleton
class ConnectionLimits implements AgroalPoolInterceptor {

    private static final Duration SERVER_FIRST = Duration.ofSeconds(1);

    private final DatabaseConfig config;
    private final StatementLimit background;

    ConnectionLimits(DatabaseConfig config, @ConfigProperty(name = "askme.roles") Optional<String> roles) {
        this.config = config;
        this.background = roles.isEmpty() ? StatementLimit.COMMAND : StatementLimit.JOB;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        RequestStatements.limit(connection);
        apply(connection, StatementLimit.REQUEST);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        StatementLimit limit = StatementLimit.current(background);
        try {
            // The driver keeps this number, so no statement is necessary to read it.
            if (connection.getNetworkTimeout() != millis(limit)) {
                apply(connection, limit);
            }
        } catch (SQLException e) {
            // A broken connection: the statement that follows reports it.
            Log.debugf("limits of a connection cannot be read: %s", e.getMessage());
        }
    }

    private void apply(Connection connection, StatementLimit limit) {
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, millis(limit));
            statement.execute(limitsOfServer(connection, limit));
        } catch (SQLException e) {
            Log.debugf("limits of a connection cannot be set: %s", e.getMessage());
        }
    }

    private int millis(StatementLimit limit) {
        Duration time =
                switch (limit) {
                    case REQUEST -> config.requestTimeout();
                    case JOB -> config.jobTimeout();
                    case TASK -> config.taskTimeout();
                    case COMMAND -> config.commandTimeout();
                };
        return (int) time.toMillis();
    }

    /**
     * The limit for execution: MySQL counts milliseconds and only limits SELECT, MariaDB counts seconds. The limits for locks, in
     * seconds, end a wait for another transaction and for a migration.
     */
    private String limitsOfServer(Connection connection, StatementLimit limit) throws SQLException {
        Duration execution = limit == StatementLimit.REQUEST
                ? config.statementTimeout()
                : Duration.ofMillis(millis(limit)).minus(SERVER_FIRST);
        long seconds = Math.max(1, execution.toSeconds());
        boolean mariaDb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        return (mariaDb
                        ? "SET SESSION max_statement_time = " + seconds
                        : "SET SESSION max_execution_time = " + seconds * 1000)
                + ", SESSION innodb_lock_wait_timeout = " + seconds
                + ", SESSION lock_wait_timeout = " + seconds;
    }
}
