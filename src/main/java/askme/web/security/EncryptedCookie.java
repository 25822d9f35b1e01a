package askme.web.security;

import askme.web.WebConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A short text that a browser keeps for the site, and that only the site reads. It ends on the server too, not only in the browser. */
public final class EncryptedCookie {

    private static final String SEPARATOR = "\n";
    private final Encryption encryption;
    private final Clock clock;
    private final String name;
    private final Duration life;
    private final boolean secure;

    public EncryptedCookie(String name, Duration life, Encryption encryption, WebConfig config, Clock clock) {
        this.encryption = encryption;
        this.clock = clock;
        this.life = life;
        secure = config.secure();
        this.name = secure ? "__Host-" + name : name;
    }

    public void set(RoutingContext routing, String text) {
        String ends = Long.toString(clock.instant().plus(life).getEpochSecond());
        write(routing, encryption.encrypt(name, ends + SEPARATOR + text), life);
    }

    /** The text of the request's cookie; empty without one, and after its life. */
    public Optional<String> get(RoutingContext routing) {
        Cookie sent = routing.request().getCookie(name);
        return encryption
                .decrypt(name, sent == null ? null : sent.getValue())
                .map(text -> text.split(SEPARATOR, 2))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0]))))
                .map(parts -> parts[1]);
    }

    public void clear(RoutingContext routing) {
        write(routing, "", Duration.ZERO);
    }

    /** Lax: a provider leads the browser back by a link. */
    private void write(RoutingContext routing, String value, Duration age) {
        routing.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(age.toSeconds()));
        routing.response().putHeader("Cache-Control", "no-store");
    }
}
