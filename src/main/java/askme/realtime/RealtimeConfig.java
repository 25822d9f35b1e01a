package askme.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Centrifugo is and what it shares with us. */
@ConfigMapping(prefix = "askme.centrifugo")
public interface RealtimeConfig {

    /** The WebSocket address that browsers connect to. */
    URI url();

    /** The HTTP API's address, without a final slash, that workers publish to. */
    URI apiUrl();

    /** The HTTP API's key. */
    String apiKey();

    /** Signs connection tokens; 32 characters or more (RFC 7518, 3.2). */
    String tokenSecret();

    /** How long a connection token is good for; the browser fetches another in time. */
    @WithDefault("10m")
    Duration tokenLife();

    /** {@code client.token.audience} of Centrifugo's configuration. */
    @WithDefault("centrifugo")
    String audience();

    /** {@code client.token.issuer} of Centrifugo's configuration. */
    @WithDefault("askme")
    String issuer();
}
