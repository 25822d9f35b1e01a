package askme.push;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Web push; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.push")
interface PushConfig {

    /** The public VAPID key: 65 bytes in Base64 for URLs. Without both keys the site makes a pair and stores it. */
    Optional<String> publicKey();

    /** The private VAPID key: 32 bytes in Base64 for URLs. */
    Optional<String> privateKey();

    /** The most devices of one member; a further one replaces the oldest. */
    int devices();

    /** How long a push service may take to answer. */
    Duration timeout();

    /** How long a push service is not called after it did not answer. */
    Duration pause();

    /** Whether a push service may have a private address and no TLS. For tests. */
    boolean privateServices();
}
