package askme.web.http;

import askme.database.DatabaseUnavailable;
import askme.web.ApiPath;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Answers every error: in the site's layout, or as a problem object if the client asked for JSON. */
class ErrorPages {

    private static final int NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String FORM_PARSERS = FormData.class.getPackageName() + ".";

    private final ErrorProblems problems;
    private final AllowedMethods allowedMethods;

    ErrorPages(ErrorProblems problems, AllowedMethods allowedMethods) {
        this.problems = problems;
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response mapped(WebApplicationException error, HttpServerRequest request) {
        Response response = error.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        Problem problem = problems.of(error);
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
        return answer(problems.ofStatus(400), request);
    }

    /** A form with broken percent signs. The decoder throws no specific exception, so its stack trace is checked. */
    @ServerExceptionMapper
    public Response undecodable(IllegalArgumentException error, HttpServerRequest request) {
        StackTraceElement[] thrown = error.getStackTrace();
        boolean decoder = thrown.length > 0 && thrown[0].getClassName().equals(URLUtils.class.getName());
        return decoder ? answer(problems.ofStatus(400), request) : unexpected(error, request);
    }

    /** A multipart form that ends too early or has too many parts. Its parser throws no specific exceptions. */
    private static boolean isMalformedForm(Throwable error) {
        StackTraceElement[] thrown = error.getStackTrace();
        return thrown.length > 0 && thrown[0].getClassName().startsWith(FORM_PARSERS);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable error, HttpServerRequest request) {
        if (isMalformedForm(error)) {
            return answer(problems.ofStatus(400), request);
        }
        Problem problem = problems.unexpected(error, request.path());
        if (problem.status() == UNAVAILABLE) {
            return PageResponses.unavailable(problem, DatabaseUnavailable.RETRY_AFTER_S, request);
        }
        return wantsJson(request)
                ? problem.response()
                : DevelopmentError.page(LaunchMode.current(), error).orElseGet(() -> PageResponses.error(problem));
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
