package askme.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of mail that Quarkus' mailer keys do not cover. */
@ConfigMapping(prefix = "askme.mail")
interface MailConfig {

    /** How long connecting may take, and again how long one mail. After that the mail failed and is retried. */
    Duration timeout();

    /** How long the server may take for one reply. After that the connection is closed. */
    Duration replyTimeout();
    /** Mails about answers to one member in an hour. Further answers wait, and one mail has many of them. */
    int perHour();
}
