package askme.mail.smtp;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Time limits of the SMTP server that Quarkus' mailer keys do not cover. */
@ConfigMapping(prefix = "askme.mail")
interface SmtpConfig {

    /** How long connecting may take, and again how long one mail. After that the mail failed and is retried. */
    Duration timeout();

    /** How long the server may take for one reply. After that the connection is closed. */
    Duration replyTimeout();
}
