package askme.session;

import askme.member.Member;
import askme.web.WebConfig;
import askme.web.security.EncryptedCookie;
import askme.web.security.Encryption;
import askme.web.security.Signer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A sign-in whose first step succeeded and that waits for the second factor. No session is open: an encrypted cookie holds it. */
@ApplicationScoped
public class PendingSignIn {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;

    private final Signer signer;
    private final RoutingContext routing;
    private final EncryptedCookie cookie;

    PendingSignIn(Signer signer, Encryption encryption, WebConfig config, RoutingContext routing, Clock clock) {
        this.signer = signer;
        this.routing = routing;
        cookie = new EncryptedCookie("second", LIFE, encryption, config, clock);
    }

    /**
     * Somebody has passed the first step.
     *
     * @param provider the provider that vouched for the member; null after a password
     * @param back the local path to go on to
     */
    public record Pending(Member member, String provider, String back) {}

    /** @param provider null after a password */
    public void begin(Member member, String passwordHash, String provider, String back) {
        cookie.set(
                routing,
                String.join(
                        SEPARATOR,
                        Long.toString(member.id),
                        digest(passwordHash),
                        provider == null ? "" : provider,
                        back));
    }

    /** The sign-in of this browser; empty if none waits, if it waited too long, or if the password has changed. */
    public Optional<Pending> find() {
        return cookie.get(routing)
                .map(text -> text.split(SEPARATOR, PARTS))
                .flatMap(parts -> Member.<Member>findByIdOptional(Long.parseLong(parts[0]))
                        .filter(member -> digest(member.passwordHash).equals(parts[1]))
                        .map(member -> new Pending(member, parts[2].isEmpty() ? null : parts[2], parts[3])));
    }

    public void end() {
        cookie.clear(routing);
    }

    private String digest(String passwordHash) {
        return signer.sign("pending-sign-in", String.valueOf(passwordHash));
    }
}
