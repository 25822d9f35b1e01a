package askme.web.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A message from a form to the next page. It is in a cookie, which that page clears, so the server stores nothing. */
public final class Flash {

    static final String COOKIE = "flash";
    private static final int LIFE_S = 60;
    private static final String SEPARATOR = "\n";

    private Flash() {}

    /** Redirects with 303 to {@code location}, a path or an absolute address of this site, which shows {@code message} once. */
    public static Response redirect(String location, String message) {
        return Response.seeOther(URI.create(location))
                .cookie(cookie(message))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The same with a button that takes the act back. */
    public static Response redirect(String location, String message, Undo undo) {
        return redirect(location, message + SEPARATOR + String.join(SEPARATOR, undo.lines()));
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
        String[] parts = parts(value);
        return parts == null ? null : parts[0];
    }

    /** The act in the cookie that takes the last one back, or null. */
    static Undo undo(String value) {
        String[] parts = parts(value);
        return parts == null || parts.length == 1
                ? null
                : Undo.ofLines(Arrays.asList(parts).subList(1, parts.length));
    }

    private static String[] parts(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(SEPARATOR, -1);
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
