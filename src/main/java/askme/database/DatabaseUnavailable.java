package askme.database;

import askme.resilience.Causes;
import java.sql.SQLException;
import java.util.Optional;

/** Distinguishes an outage of the database, which ends, from a refused statement, which is an error in the code. */
public final class DatabaseUnavailable {

    /** Seconds after which a client should try again. */
    public static final int RETRY_AFTER_S = 5;

    /** The class of "connection exception" (ISO 9075, 24.1). */
    private static final String CONNECTION_CLASS = "08";

    /** The message of Agroal if no connection became free in time. Its exception has no SQL state. */
    private static final String NO_FREE_CONNECTION = "Sorry, acquisition timeout!";

    private DatabaseUnavailable() {}

    /** The exception that reports the outage, among {@code error} and its causes; empty if there is no outage. */
    public static Optional<SQLException> in(Throwable error) {
        return Causes.of(error)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> String.valueOf(cause.getSQLState()).startsWith(CONNECTION_CLASS)
                        || NO_FREE_CONNECTION.equals(cause.getMessage()))
                .findFirst();
    }
}
