package askme.realtime;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Tokens with which browsers connect to Centrifugo: HS256 JWTs (RFC 7519) that contain the member's id. */
@ApplicationScoped
class ConnectionTokens {

    private static final int SHORTEST_SECRET = 32;

    private final RealtimeConfig config;
    private final Clock clock;

    ConnectionTokens(RealtimeConfig config, Clock clock) {
        if (config.tokenSecret().length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "askme.centrifugo.token-secret (ASKME_CENTRIFUGO_TOKEN_SECRET) must have 32 characters or more");
        }
        this.config = config;
        this.clock = clock;
    }

    /** A token for {@code member}; 0 is a guest, whose token has an empty subject: Centrifugo's anonymous user. */
    String of(long member) {
        Instant now = clock.instant();
        return Jwt.subject(member == 0 ? "" : Long.toString(member))
                .issuer(config.issuer())
                .audience(config.audience())
                .issuedAt(now)
                .expiresAt(now.plus(config.tokenLife()))
                .signWithSecret(config.tokenSecret());
    }
}
