package askme.web.http;

import askme.web.Languages;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * A response that an I/O thread sends before a request reaches its page. It is a plain text or a problem object, because a
 * template costs the time that is missing.
 *
 * @param retryAfterS seconds for {@code Retry-After}; 0 if a later attempt cannot help
 * @param phrase the standard phrase of the status
 * @param code a stable name for programs
 */
public record EarlyRefusal(int status, int retryAfterS, String phrase, String code, String english, String russian) {

    /** Ends the response. */
    public void send(RoutingContext routing) {
        send(routing, ErrorPages.wantsJson(routing.request()));
    }

    /** Ends the response with a problem object, regardless of the Accept header. */
    public void sendProblem(RoutingContext routing) {
        send(routing, true);
    }

    private void send(RoutingContext routing, boolean json) {
        boolean isRussian = "ru".equals(Languages.of(routing.request()).getLanguage());
        HttpServerResponse response = routing.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", json ? Problem.TYPE : "text/plain; charset=utf-8");
        if (retryAfterS > 0) {
            response.putHeader("Retry-After", Integer.toString(retryAfterS));
        }
        response.end(json ? problem() : (isRussian ? russian : english) + "\n");
    }

    private String problem() {
        return "{\"status\":" + status + ",\"title\":\"" + phrase + "\",\"detail\":\"" + english + "\",\"code\":\""
                + code + "\"}";
    }
}
