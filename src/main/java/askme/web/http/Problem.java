package askme.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param status the HTTP status
 * @param title the standard phrase of the status
 * @param detail advice to the reader, in the reader's language; may be null
 * @param code a stable name for programs, such as {@code own-post}
 * @param errors the errors of fields; null, and left out, if no field has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // It is the entity of responses without a type.
public record Problem(int status, String title, String detail, String code, List<FieldError> errors) {

    private static final int UNPROCESSABLE = 422;

    /** The media type of RFC 9457. */
    static final String TYPE = "application/problem+json";

    /** A problem whose title is the standard phrase of {@code status}. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, phrase(status), detail, code, null);
    }

    /** The same with the errors of fields. */
    public Problem withErrors(List<FieldError> found) {
        return new Problem(status, title, detail, code, found);
    }

    /** An error of a field of the request, in the reader's language. */
    @RegisterForReflection
    public record FieldError(String field, String detail) {}

    /** Jakarta REST does not have the phrase of 422. */
    private static String phrase(int status) {
        Response.StatusType known = Response.Status.fromStatusCode(status);
        if (known == null) {
            return status == UNPROCESSABLE ? "Unprocessable Content" : "Error";
        }
        return known.getReasonPhrase();
    }

    /** The response with this problem as its body. */
    public Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(TYPE))
                .header("Cache-Control", "no-store")
                .entity(this)
                .build();
    }

    /** Whether the client gets a problem object instead of a page: it sends JSON, or it accepts JSON and not HTML. */
    public static boolean wantedBy(HttpServerRequest request) {
        return ErrorPages.wantsJson(request);
    }
}
