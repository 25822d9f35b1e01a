package askme.web.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A message from a form to the next page, carried by a cookie that the page clears, so that no server keeps it. */
public final class Flash {

    static final String COOKIE = "flash";
    private static final int LIFE_S = 60;

    private Flash() {}

    /** 303 to {@code location} (a local path or an absolute address of ours), where {@code message} is shown once. */
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

    /** The text, or null where somebody has written something else into the cookie. */
    static String read(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void clear(RoutingContext routing, boolean secure) {
        Cookie gone = Cookie.cookie(COOKIE, "").setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
        routing.response().addCookie(gone.setMaxAge(0).setSecure(secure));
        routing.response().putHeader("Cache-Control", "no-store");
    }
}
