package askme.embedded.hub;

import java.time.Duration;
import java.util.List;

/**
 * What Centrifugo's configuration file says; {@link #of} gives the values of {@code centrifugo.json}.
 *
 * @param apiKey the HTTP API's key
 * @param tokenSecret verifies connection tokens (HS256)
 * @param origins the pages that may connect, {@code *} standing for any characters; a request without the header may
 * @param ping how often a connection is pinged
 * @param pongTimeout how long the answer to a ping may take
 * @param stale how long a connection may stay open without connecting
 * @param historySize publications a channel keeps
 * @param historyTtl how long it keeps them after the last one
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

    /** The audience and issuer a connection token must name. */
    static final String AUDIENCE = "centrifugo";

    static final String ISSUER = "askme";

    /** How long after its token's end a connection may live (client.expired_close_delay). */
    static final Duration EXPIRED_GRACE = Duration.ofSeconds(25);

    /** How long a repeated idempotency key is answered with the first result. */
    static final Duration IDEMPOTENCY = Duration.ofMinutes(5);

    /** How long the position of an idle channel is remembered. */
    static final Duration META_TTL = Duration.ofHours(24);

    /** Channels of one connection. */
    static final int CHANNEL_LIMIT = 128;

    /** Centrifugo's defaults, and the namespace as {@code centrifugo.json} has it. */
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
