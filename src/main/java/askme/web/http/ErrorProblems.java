package askme.web.http;

import askme.database.DatabaseUnavailable;
import askme.database.DatabaseUse;
import askme.resilience.CircuitBreaker;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes the {@link Problem} of an error, for pages, the API and the tools of assistants. */
@ApplicationScoped
public class ErrorProblems {

    private static final Duration FLUSH_EVERY = Duration.ofSeconds(1);

    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);
    private final AgroalDataSource database;
    private final DatabaseUse use;
    private final CircuitBreaker flushed;

    ErrorProblems(AgroalDataSource database, DatabaseUse use, Clock clock) {
        this.database = database;
        this.use = use;
        this.flushed = new CircuitBreaker(FLUSH_EVERY, clock);
    }

    /** The problem of an error that is a response. */
    public Problem of(WebApplicationException error) {
        return error instanceof ProblemException ours
                ? ours.problem()
                : ofStatus(error.getResponse().getStatus());
    }

    /** The problem of a status without a more specific reason. */
    Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", msg.get().not_found_detail());
            case 403 -> Problem.of(403, "forbidden", msg.get().forbidden_detail());
            case 413 -> Problem.of(413, "too-large", msg.get().too_large_detail());
            default -> Problem.of(status, "http-" + status, msg.get().bad_request_detail());
        };
    }

    /**
     * The problem of an error that no code expects: 503 if the database is down. Otherwise 500 with a number, under which the log has it.
     *
     * @param path of the request, for the log
     */
    public Problem unexpected(Throwable error, String path) {
        Optional<SQLException> outage = DatabaseUnavailable.in(error);
        if (outage.isPresent()) {
            // Otherwise each broken connection in the pool fails one request after the database is back. The pool
            // checks
            // all of them on its only thread, so not for each failure.
            if (flushed.open()) {
                database.flush(AgroalDataSource.FlushMode.INVALID);
            }
            use.failed(outage.get());
            return Problem.of(503, "database-away", msg.get().database_away());
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(error, "unexpected error id=%s path=%s", id, withoutToken(path));
        return Problem.of(500, "unexpected", msg.get().unexpected(id));
    }

    /** The path for the log, without the token of a mailed link, which is as secret as a password. nginx.conf hides the same. */
    static String withoutToken(String path) {
        return path.replaceFirst("^(/login/reset|/unsubscribe|/confirm)/.+", "$1/…");
    }
}
