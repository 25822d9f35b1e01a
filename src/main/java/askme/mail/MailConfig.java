package askme.mail;

import io.smallrye.config.ConfigMapping;

/** Settings of the mails to members. */
@ConfigMapping(prefix = "askme.mail")
interface MailConfig {

    /** Mails about answers to one member in an hour. Further answers wait, and one mail has many of them. */
    int perHour();
}
