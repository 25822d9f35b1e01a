package askme.web.security;

import askme.web.WebConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The name of the cookie that carries the opaque session id, and its raw value; what it means is known to {@code member}. */
@ApplicationScoped
public class SessionCookie {

    private final String name;
    private final boolean secure;

    SessionCookie(WebConfig config) {
        secure = config.secure();
        name = secure ? "__Host-askme" : "askme";
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

    /** Gives the browser {@code value} to keep for {@code life}; not readable by scripts, not sent by other sites' forms. */
    public void set(HttpServerResponse response, String value, Duration life) {
        Cookie cookie =
                Cookie.cookie(name, value).setPath("/").setHttpOnly(true).setSecure(secure);
        response.addCookie(cookie.setSameSite(CookieSameSite.LAX).setMaxAge(life.toSeconds()));
    }

    /** Takes the cookie away from the browser. */
    public void clear(HttpServerResponse response) {
        set(response, "", Duration.ZERO);
    }
}
