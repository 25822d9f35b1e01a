package askme.follow;

import askme.web.LocalPath;
import askme.web.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The JSON body of a request to follow or to mute. Without a value the state is changed.
 *
 * @param following null if it is missing
 * @param muted null if it is missing
 */
public record FollowForm(Boolean following, Boolean muted) {

    private static final FollowForm EMPTY = new FollowForm(null, null);

    /** @param body null if it is empty */
    static FollowForm given(FollowForm body) {
        return body == null ? EMPTY : body;
    }

    /** The value of a form field of a browser without JavaScript; null if it is missing. */
    static Boolean ofField(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new ProblemException(422, "bad-value", "The value must be true or false.");
        }
        return Boolean.valueOf(value);
    }

    /** Back to the page with the form, such as a list; if it is not known, to {@code path}. */
    static Response done(HttpServerRequest request, String path) {
        String from = LocalPath.ofPage(request);
        return Response.seeOther(URI.create(from.equals("/") ? path : from)).build();
    }
}
