package askme.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Webhooks; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.webhooks")
interface WebhookConfig {

    /** How long a receiver may take to answer. */
    Duration timeout();

    /** How long a receiver is not called after it did not answer. */
    Duration pause();

    /** How long all deliveries must have failed until the site switches the receiver off. */
    Duration offAfter();

    /** How long deliveries are listed. */
    Duration kept();

    /** When old deliveries are removed. */
    String sweepSchedule();

    /** Whether a receiver may have a private address and no TLS. */
    boolean privateAddresses();
}
