package askme.mail;

import askme.jobs.PermanentFailure;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Sends mails to the SMTP server, and distinguishes permanent refusals from temporary ones.
 *
 * <p>Work-around: it uses the Vert.x client below the mailer of Quarkus. That mailer adds an empty {@code Cc} to every mail, and
 * RFC 5322, 3.6.3 requires an address there. No upstream issue found on 2026-11-27. Use the mailer when it adds none.
 */
@ApplicationScoped
class SmtpSender {

    /**
     * The first reply that refuses the mail for good. Those before it, 500 to 504, are about a command (RFC 5321, 4.2.1): a
     * connection in disorder, and another one may do.
     */
    private static final int PERMANENT = 510;

    /** These are about our account with the server (RFC 4954, 6), not about this mail: good again once it is set right. */
    private static final Set<Integer> OUR_ACCOUNT = Set.of(530, 534, 535, 538);

    private final MailClient client;
    private final MailConfig config;

    SmtpSender(MailClient client, MailConfig config) {
        this.client = client;
        this.config = config;
    }

    /**
     * Returns when the server has taken the mail.
     *
     * @throws PermanentFailure where the server refused it for good, or the address is none
     * @throws RuntimeException for anything else: no connection, a 4xx reply, too slow
     */
    void send(MailMessage mail) {
        try {
            client.sendMail(mail).await().atMost(config.timeout());
        } catch (RuntimeException e) {
            if (hopeless(e)) {
                throw new PermanentFailure("refused for good: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    static boolean hopeless(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                return refusal.getReplyCode() >= PERMANENT && !OUR_ACCOUNT.contains(refusal.getReplyCode());
            }
            if (cause instanceof IllegalArgumentException) {
                return true; // the mail client could not read the address
            }
        }
        return false;
    }
}
