package askme.realtime;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tokens with which browsers connect to Centrifugo: HS256 JWTs (RFC 7519) that contain the member's id. */
@ApplicationScoped
class ConnectionTokens {

    private static final int SHORTEST_SECRET = 32;
    private static final String CHANNELS = "channels";

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

    /**
     * A token for {@code member}; 0 is a guest, whose token has an empty subject: Centrifugo's anonymous user. The token of a
     * member also subscribes the connection to the member's own channel.
     */
    String of(long member) {
        Instant now = clock.instant();
        JwtClaimsBuilder claims = member == 0
                ? Jwt.subject("")
                : Jwt.subject(Long.toString(member)).claim(CHANNELS, List.of(Channels.ofMember(member)));
        return claims.issuer(config.issuer())
                .audience(config.audience())
                .issuedAt(now)
                .expiresAt(now.plus(config.tokenLife()))
                .signWithSecret(config.tokenSecret());
    }
}
