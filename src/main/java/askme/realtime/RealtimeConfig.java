package askme.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The addresses of Centrifugo, and the secrets it shares with AskMe. */
@ConfigMapping(prefix = "askme.centrifugo")
public interface RealtimeConfig {

    /** The WebSocket address that browsers connect to. */
    URI url();

    /** The address, without a final slash, of the HTTP API to which workers publish. */
    URI apiUrl();

    /** The HTTP API's key. */
    String apiKey();

    /** The key that signs connection tokens; 32 characters or more (RFC 7518, 3.2). */
    String tokenSecret();

    /** How long a connection token is valid. The browser requests a new one before that time ends. */
    @WithDefault("10m")
    Duration tokenLife();

    /** {@code client.token.audience} of Centrifugo's configuration. */
    @WithDefault("centrifugo")
    String audience();

    /** {@code client.token.issuer} of Centrifugo's configuration. */
    @WithDefault("askme")
    String issuer();
}
