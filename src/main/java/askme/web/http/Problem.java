package askme.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail what to do about it, in the reader's language; may be null
 * @param code a stable name for programs, such as {@code own-post}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(int status, String title, String detail, String code) {

    private static final int UNPROCESSABLE = 422;

    /** The media type of RFC 9457. */
    public static final String TYPE = "application/problem+json";

    /** The problem of {@code status}, titled by the standard's phrase. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, phrase(status), detail, code);
    }

    /** The standard's phrase; that of 422 is younger than Jakarta REST. */
    private static String phrase(int status) {
        Response.StatusType known = Response.Status.fromStatusCode(status);
        if (known == null) {
            return status == UNPROCESSABLE ? "Unprocessable Content" : "Error";
        }
        return known.getReasonPhrase();
    }

    /** The response that carries it. */
    public Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(TYPE))
                .header("Cache-Control", "no-store")
                .entity(this)
                .build();
    }

    /** Whether a problem object is wanted rather than a page: JSON came, or JSON and no HTML is accepted. */
    public static boolean wantedBy(HttpServerRequest request) {
        return ErrorPages.wantsJson(request);
    }

    /** Ends the request with this problem: as JSON, or as a page for whom a page was expected. */
    public static final class Raised extends WebApplicationException {

        private final transient Problem problem;

        public Raised(int status, String code, String detail) {
            super(detail, status);
            problem = of(status, code, detail);
        }

        public Problem problem() {
            return problem;
        }
    }
}
