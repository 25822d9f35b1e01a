package askme.web.http;

import askme.database.DatabaseUnavailable;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error in the site's layout, or as a problem object for whoever asked for JSON. */
class ErrorPages {

    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);
    private final AgroalDataSource database;

    ErrorPages(AgroalDataSource database) {
        this.database = database;
    }

    @ServerExceptionMapper
    public Response mapped(WebApplicationException error, HttpServerRequest request) {
        Response given = error.getResponse();
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        Problem problem = error instanceof Problem.Raised raised ? raised.problem() : known(given.getStatus());
        return answer(problem, request);
    }

    /** JSON that is no such object; the extension's own mapper answers in a shape of its own. */
    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException error, HttpServerRequest request) {
        return answer(known(400), request);
    }

    /** A form that no browser has encoded: its decoder's error has no type of its own. */
    @ServerExceptionMapper
    public Response undecodable(IllegalArgumentException error, HttpServerRequest request) {
        StackTraceElement[] thrown = error.getStackTrace();
        boolean decoder = thrown.length > 0 && thrown[0].getClassName().equals(URLUtils.class.getName());
        return decoder ? answer(known(400), request) : unexpected(error, request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable error, HttpServerRequest request) {
        Optional<SQLException> away = DatabaseUnavailable.in(error);
        if (away.isPresent()) {
            // Else each connection of the pool fails one more request after the database is back.
            database.flush(AgroalDataSource.FlushMode.INVALID);
            Log.warnf(
                    "database away path=%s reason=%s",
                    withoutToken(request.path()), away.get().getMessage());
            return Response.fromResponse(
                            answer(Problem.of(503, "database-away", msg.get().database_away()), request))
                    .header("Retry-After", DatabaseUnavailable.RETRY_AFTER_S)
                    .build();
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(error, "unexpected error id=%s path=%s", id, withoutToken(request.path()));
        Problem problem = Problem.of(500, "unexpected", msg.get().unexpected(id));
        return wantsJson(request)
                ? problem.response()
                : DevelopmentError.page(LaunchMode.current(), error).orElseGet(() -> PageResponses.error(problem));
    }

    /** The path as a log may have it: what follows in a link of a mail is as good as a password. nginx.conf knows the same two. */
    static String withoutToken(String path) {
        return path.replaceFirst("^(/login/reset|/unsubscribe)/.+", "$1/…");
    }

    private Problem known(int status) {
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

    /** A page is for whom accepts HTML and does not send JSON; scripts that name nothing get a problem object. */
    static boolean wantsJson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        String type = request.getHeader("Content-Type");
        boolean sendsJson = type != null && type.startsWith(MediaType.APPLICATION_JSON);
        return sendsJson || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
