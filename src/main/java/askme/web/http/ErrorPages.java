package askme.web.http;

import askme.database.DatabaseUnavailable;
import askme.database.DatabaseUse;
import askme.resilience.CircuitBreaker;
import askme.web.ApiPath;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Answers every error: in the site's layout, or as a problem object if the client asked for JSON. */
class ErrorPages {

    private static final Duration FLUSH_EVERY = Duration.ofSeconds(1);
    private static final int NOT_ALLOWED = 405;
    private static final String FORM_PARSERS = FormData.class.getPackageName() + ".";

    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);
    private final AgroalDataSource database;
    private final AllowedMethods allowedMethods;
    private final CircuitBreaker flushed;
    private final DatabaseUse use;

    ErrorPages(AgroalDataSource database, DatabaseUse use, AllowedMethods allowedMethods, Clock clock) {
        this.flushed = new CircuitBreaker(FLUSH_EVERY, clock);
        this.database = database;
        this.use = use;
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response mapped(WebApplicationException error, HttpServerRequest request) {
        Response response = error.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        Problem problem = error instanceof ProblemException ours ? ours.problem() : problemOf(response.getStatus());
        return response.getStatus() == NOT_ALLOWED ? methodNotAllowed(problem, request) : answer(problem, request);
    }

    /** RFC 9110, 15.5.6: a 405 names the methods that the path accepts. */
    private Response methodNotAllowed(Problem problem, HttpServerRequest request) {
        return Response.fromResponse(answer(problem, request))
                .header("Allow", String.join(", ", allowedMethods.of(request.path())))
                .build();
    }

    /** JSON that does not fit the expected type. The mapper of the Jackson extension would answer in another format. */
    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException error, HttpServerRequest request) {
        return answer(problemOf(400), request);
    }

    /** A form with broken percent signs. The decoder throws no specific exception, so its stack trace is checked. */
    @ServerExceptionMapper
    public Response undecodable(IllegalArgumentException error, HttpServerRequest request) {
        StackTraceElement[] thrown = error.getStackTrace();
        boolean decoder = thrown.length > 0 && thrown[0].getClassName().equals(URLUtils.class.getName());
        return decoder ? answer(problemOf(400), request) : unexpected(error, request);
    }

    /** A multipart form that ends too early or has too many parts. Its parser throws no specific exceptions. */
    private static boolean isMalformedForm(Throwable error) {
        StackTraceElement[] thrown = error.getStackTrace();
        return thrown.length > 0 && thrown[0].getClassName().startsWith(FORM_PARSERS);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable error, HttpServerRequest request) {
        if (isMalformedForm(error)) {
            return answer(problemOf(400), request);
        }
        Optional<SQLException> outage = DatabaseUnavailable.in(error);
        if (outage.isPresent()) {
            // Otherwise each broken connection in the pool fails one request after the database is back. The pool
            // checks
            // all of them on its only thread, so not for each failure.
            if (flushed.open()) {
                database.flush(AgroalDataSource.FlushMode.INVALID);
            }
            use.failed(outage.get());
            Problem problem = Problem.of(503, "database-away", msg.get().database_away());
            return PageResponses.unavailable(problem, DatabaseUnavailable.RETRY_AFTER_S, request);
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(error, "unexpected error id=%s path=%s", id, withoutToken(request.path()));
        Problem problem = Problem.of(500, "unexpected", msg.get().unexpected(id));
        return wantsJson(request)
                ? problem.response()
                : DevelopmentError.page(LaunchMode.current(), error).orElseGet(() -> PageResponses.error(problem));
    }

    /** The path for the log, without the token of a mailed link, which is as secret as a password. nginx.conf hides the same. */
    static String withoutToken(String path) {
        return path.replaceFirst("^(/login/reset|/unsubscribe|/confirm)/.+", "$1/…");
    }

    private Problem problemOf(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", msg.get().not_found_detail());
            case 403 -> Problem.of(403, "forbidden", msg.get().forbidden_detail());
            case 413 -> Problem.of(413, "too-large", msg.get().too_large_detail());
            default -> Problem.of(status, "http-" + status, msg.get().bad_request_detail());
        };
    }

    private Response answer(Problem problem, HttpServerRequest request) {
        return wantsJson(request) ? problem.response() : PageResponses.error(problem);
    }

    /** Whether the client gets a problem object: it uses the API, it sends JSON, or it accepts JSON and not HTML. */
    static boolean wantsJson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        String type = request.getHeader("Content-Type");
        boolean sendsJson = type != null && type.startsWith(MediaType.APPLICATION_JSON);
        return sendsJson
                || ApiPath.covers(request.path())
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
