package askme.web.security;

import askme.web.WebConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Reads and writes the cookie with the opaque session id. Only {@code askme.session} checks the id. */
@ApplicationScoped
public class SessionCookie {

    private final String name;
    private final boolean secure;

    SessionCookie(WebConfig config) {
        secure = config.secure();
        // RFC 6265bis, 4.1.3.2: browsers accept the prefix only over TLS, for the whole host.
        name = secure ? "__Host-askme" : "askme";
    }

    /** The value of the request's cookie, not checked yet, or null. */
    public String value(HttpServerRequest request) {
        Cookie cookie = request.getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Sets the cookie to {@code value} for {@code life}. Scripts cannot read it; forms of other sites do not send it. */
    public void set(HttpServerResponse response, String value, Duration life) {
        Cookie cookie =
                Cookie.cookie(name, value).setPath("/").setHttpOnly(true).setSecure(secure);
        response.addCookie(cookie.setSameSite(CookieSameSite.LAX).setMaxAge(life.toSeconds()));
    }

    /** Deletes the cookie in the browser. */
    public void clear(HttpServerResponse response) {
        set(response, "", Duration.ZERO);
    }
}
