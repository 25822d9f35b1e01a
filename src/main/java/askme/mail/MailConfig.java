package askme.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What Quarkus' own mailer keys do not say. */
@ConfigMapping(prefix = "askme.mail")
interface MailConfig {

    /** How long one mail may take from connecting to the server's last reply; later counts as failed and is retried. */
    Duration timeout();
}
