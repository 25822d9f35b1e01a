package askme.embedded.hub;

import java.time.Duration;
import java.util.List;

/**
 * The settings of Centrifugo's configuration file. {@link #of} returns the values of {@code centrifugo.json}.
 *
 * @param apiKey the key of the HTTP API
 * @param tokenSecret the key that verifies connection tokens (HS256)
 * @param origins the origins that may connect; {@code *} matches any characters. Requests without an origin may connect
 * @param ping how often a connection is pinged
 * @param pongTimeout how long the client may take to answer a ping
 * @param stale how long a connection may stay open without a connect command
 * @param historySize the number of publications that a channel keeps
 * @param historyTtl how long a channel keeps them after the last one
 */
public record HubConfig(
        String apiKey,
        String tokenSecret,
        List<String> origins,
        Duration ping,
        Duration pongTimeout,
        Duration stale,
        int historySize,
        Duration historyTtl) {

    /** The audience and issuer that a connection token must name. */
    static final String AUDIENCE = "centrifugo";

    static final String ISSUER = "askme";

    /** How long a connection stays open after its token expired (client.expired_close_delay). */
    static final Duration EXPIRED_GRACE = Duration.ofSeconds(25);

    /** How long a repeated idempotency key returns the first result. */
    static final Duration IDEMPOTENCY = Duration.ofMinutes(5);

    /** How long the position of an idle channel is kept. */
    static final Duration META_TTL = Duration.ofHours(24);

    /** The largest number of channels of one connection. */
    static final int CHANNEL_LIMIT = 128;

    /** Centrifugo's defaults, and the namespace settings of {@code centrifugo.json}. */
    public static HubConfig of(String apiKey, String tokenSecret) {
        return new HubConfig(
                apiKey,
                tokenSecret,
                List.of("*"),
                Duration.ofSeconds(25),
                Duration.ofSeconds(8),
                Duration.ofSeconds(10),
                100,
                Duration.ofSeconds(300));
    }
}
