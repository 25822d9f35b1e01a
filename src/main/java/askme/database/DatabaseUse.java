package askme.database;

import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.resilience.RequestDeadline;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;

/** Whether the database answers this process. While it does not, a request without enough time does not ask it. */
@Singleton
@Startup
public class DatabaseUse {

    /** How long a request waits for a connection if the database hangs: {@code acquisition-timeout}. */
    static final Duration CONNECTING = Duration.ofSeconds(2);

    /** Static, because {@link Jdbc} and the driver's {@link RequestStatements} are not beans. */
    private static volatile boolean down;

    private final OutageLog log;

    DatabaseUse(Parts parts) {
        log = parts.use(Part.DATABASE, "database");
        RequestStatements.listen(this::worked);
    }

    /** A request got no answer from the database. The rest of the request does not ask again. */
    public void failed(SQLException cause) {
        RequestDeadline.current().ifPresent(RequestDeadline::fail);
        endInterrupt(cause);
        log.begins(cause);
        down = true;
    }

    /** {@link RequestStatements} may have interrupted the thread of a request to end its wait, and for nothing else. */
    static void endInterrupt(SQLException cause) {
        boolean request = RequestDeadline.current().isPresent();
        if (request && DatabaseUnavailable.INTERRUPTED.equals(cause.getMessage())) {
            Thread.interrupted();
        }
    }

    /** Called after each reply, so it does nothing most of the time. */
    private void worked() {
        if (down) {
            down = false;
            log.ends();
        }
    }

    /**
     * Called before a request takes a connection, which no time limit of the driver covers.
     *
     * @throws SQLException if the request has no time left; during an outage, if it has not enough time for an attempt
     */
    public static void requireTime() throws SQLException {
        Duration left = RequestDeadline.current().map(RequestDeadline::left).orElse(Duration.ofDays(1));
        if (left.isZero() || (down && left.compareTo(CONNECTING) < 0)) {
            throw new SQLException("the time of the request is over", RequestStatements.TIMEOUT);
        }
    }
}
