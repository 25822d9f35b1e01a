package askme.web.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A message from a form to the next page. It is in a cookie, which that page clears, so the server stores nothing. */
public final class Flash {

    static final String COOKIE = "flash";
    private static final int LIFE_S = 60;

    private Flash() {}

    /** Redirects with 303 to {@code location}, a path or an absolute address of this site, which shows {@code message} once. */
    public static Response redirect(String location, String message) {
        return Response.seeOther(URI.create(location))
                .cookie(cookie(message))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static NewCookie cookie(String message) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(LIFE_S)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** The message in the cookie, or null if the cookie was not written by this class. */
    static String read(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void clear(RoutingContext routing, boolean secure) {
        Cookie expired =
                Cookie.cookie(COOKIE, "").setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
        routing.response().addCookie(expired.setMaxAge(0).setSecure(secure));
        routing.response().putHeader("Cache-Control", "no-store");
    }
}
