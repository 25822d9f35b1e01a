package askme.account;

import askme.member.MemberLinks;
import askme.web.WebConfig;
import askme.web.security.Signer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Recognises a browser that signed in to an account before, by a signed cookie. The cookie opens nothing: it only
 * makes the failed attempts of the browser count separately. Browsers send it to the sign-in page only, so other pages of guests stay cacheable.
 */
@ApplicationScoped
public class KnownDevices {

    private static final String PURPOSE = "known-device";
    private static final Duration LIFE = Duration.ofDays(365);
    private static final int ID_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final Signer signer;
    private final RoutingContext routing;
    private final String cookie;
    private final boolean secure;

    KnownDevices(Signer signer, RoutingContext routing, WebConfig config) {
        this.signer = signer;
        this.routing = routing;
        secure = config.secure();
        // The prefix __Host- would require the path "/".
        cookie = secure ? "__Secure-device" : "device";
    }

    /** The id of this request's device if it signed in to the account of {@code member} before. */
    Optional<String> find(long member) {
        Cookie sent = routing.request().getCookie(cookie);
        return signer.open(PURPOSE, sent == null ? null : sent.getValue())
                .filter(value -> value.startsWith(member + "."));
    }

    /** Makes this browser a known device of {@code member}. */
    public void remember(long member) {
        if (find(member).isPresent()) {
            return;
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String value = signer.seal(PURPOSE, member + "." + HexFormat.of().formatHex(id));
        routing.response()
                .addCookie(Cookie.cookie(cookie, value)
                        .setPath(MemberLinks.LOGIN)
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(LIFE.toSeconds()));
    }
}
