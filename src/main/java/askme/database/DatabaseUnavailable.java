package askme.database;

import askme.resilience.Causes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Distinguishes an outage of the database, which ends, from a refused statement, which is an error in the code. */
public final class DatabaseUnavailable {

    /** Seconds after which a client should try again. */
    public static final int RETRY_AFTER_S = 5;

    /** The class of "connection exception" (ISO 9075, 24.1). */
    private static final String CONNECTION_CLASS = "08";

    /** The message of Agroal if its wait was interrupted. */
    static final String INTERRUPTED = "Interrupted while acquiring";

    /** The beginnings of Agroal's messages if no connection became free in time. Its exceptions have no SQL state. */
    private static final Set<String> NO_FREE_CONNECTION =
            Set.of("Sorry, acquisition timeout", "Acquisition timeout", INTERRUPTED);

    /** Errors that end without a change of the code. */
    private static final Set<Integer> TEMPORARY = Set.of(
            1021, // ER_DISK_FULL
            1026, // ER_ERROR_ON_WRITE
            1028, // ER_FILSORT_ABORT, which a full disk causes too
            1040, // ER_CON_COUNT_ERROR: too many connections
            1114, // ER_RECORD_FILE_FULL
            1205, // ER_LOCK_WAIT_TIMEOUT
            1290, // ER_OPTION_PREVENTS_STATEMENT: read-only
            1317, // ER_QUERY_INTERRUPTED
            1836, // ER_READ_ONLY_MODE
            1969, // ER_STATEMENT_TIMEOUT of MariaDB
            3024, // ER_QUERY_TIMEOUT of MySQL
            3675 // ER_DISK_FULL_NOWAIT
            );

    private DatabaseUnavailable() {}

    /** The exception that reports the outage, among {@code error} and its causes; empty if there is no outage. */
    public static Optional<SQLException> in(Throwable error) {
        return Causes.find(error, SQLException.class, DatabaseUnavailable::isOutage);
    }

    private static boolean isOutage(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String message = String.valueOf(cause.getMessage());
        return state.startsWith(CONNECTION_CLASS)
                || state.equals(RequestStatements.TIMEOUT)
                || TEMPORARY.contains(cause.getErrorCode())
                || NO_FREE_CONNECTION.stream().anyMatch(message::startsWith);
    }
}
