package askme.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The name of the cookie that carries the opaque session id, and its raw value; what it means is known to {@code member}. */
@ApplicationScoped
public class SessionCookie {

    private final String name;

    SessionCookie(WebConfig config) {
        name = config.secure() ? "__Host-askme" : "askme";
    }

    /** {@code __Host-askme} over TLS (RFC 6265bis, 4.1.3.2), {@code askme} otherwise. */
    public String name() {
        return name;
    }

    /** The value sent, checked by nobody yet, or null. */
    public String value(HttpServerRequest request) {
        Cookie cookie = request.getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
