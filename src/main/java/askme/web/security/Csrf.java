package askme.web.security;

import askme.web.WebConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * CSRF tokens. A member's token is an HMAC of the session id: nothing is stored, and the token ends with the session. A guest
 * has a token only on forms for guests: a signed double-submit cookie (OWASP CSRF cheat sheet), set at the first call. Other
 * pages of guests set no cookie and can be cached.
 */
@ApplicationScoped
public class Csrf {

    public static final String FIELD = "csrf-token";
    public static final String HEADER = "X-CSRF-TOKEN";
    private static final String PURPOSE = "csrf";
    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Signer signer;
    private final SessionCookie session;
    private final boolean secure;
    private final String guestCookie;

    Csrf(Signer signer, SessionCookie session, WebConfig config) {
        this.signer = signer;
        this.session = session;
        this.secure = config.secure();
        this.guestCookie = secure ? "__Host-guest" : "guest";
    }

    /** The token of this request's session or guest. For a guest without a cookie it sets one. */
    public String token(RoutingContext routing) {
        String bound = boundTo(routing.request());
        return signer.sign(PURPOSE, bound != null ? bound : newGuest(routing));
    }

    /** Whether {@code token} (may be null) belongs to the session or the guest's cookie of this request. */
    public boolean valid(HttpServerRequest request, String token) {
        String bound = boundTo(request);
        return bound != null && signer.verify(PURPOSE, bound, token);
    }

    boolean hasSession(HttpServerRequest request) {
        return session.value(request) != null;
    }

    private String boundTo(HttpServerRequest request) {
        String id = session.value(request);
        if (id != null) {
            return id;
        }
        Cookie guest = request.getCookie(guestCookie);
        return guest == null || guest.getValue().isEmpty() ? null : guest.getValue();
    }

    private String newGuest(RoutingContext routing) {
        String created = routing.get(guestCookie);
        if (created != null) {
            return created;
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookie cookie =
                Cookie.cookie(guestCookie, id).setPath("/").setHttpOnly(true).setSecure(secure);
        routing.response().addCookie(cookie.setSameSite(CookieSameSite.LAX));
        routing.response().putHeader("Cache-Control", "no-store");
        routing.put(guestCookie, id);
        return id;
    }
}
