package askme.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the database that does not answer, which passes, from a statement it refuses, which is our error. */
public final class DatabaseUnavailable {

    /** Seconds after which another attempt may do. */
    public static final int RETRY_AFTER_S = 5;

    /** "Connection exception" (ISO 9075, 24.1). */
    private static final String CONNECTION = "08";

    /** How Agroal says that no connection became free in time; it has no state of its own for it. */
    private static final String ACQUISITION = "Sorry, acquisition timeout!";

    private DatabaseUnavailable() {}

    /** What says so among the causes of {@code error}. */
    public static Optional<SQLException> in(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> String.valueOf(cause.getSQLState()).startsWith(CONNECTION)
                        || ACQUISITION.equals(cause.getMessage()))
                .findFirst();
    }
}
