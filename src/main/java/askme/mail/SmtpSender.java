package askme.mail;

import askme.jobs.PermanentFailure;
import askme.resilience.Causes;
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
     * The first reply that refuses the mail permanently. The replies 500 to 504 are about a command (RFC 5321, 4.2.1): the
     * connection is out of step, and a new connection may succeed.
     */
    private static final int PERMANENT = 510;

    /** Replies about our account at the server (RFC 4954, 6). The mail can be sent after an operator corrects the account. */
    private static final Set<Integer> OUR_ACCOUNT = Set.of(530, 534, 535, 538);

    private final MailClient client;
    private final MailConfig config;

    SmtpSender(MailClient client, MailConfig config) {
        this.client = client;
        this.config = config;
    }

    /**
     * Returns after the server accepted the mail.
     *
     * @throws PermanentFailure if the server refused the mail permanently, or the address is not valid
     * @throws RuntimeException for anything else: no connection, a 4xx reply, a timeout
     */
    void send(MailMessage mail) {
        try {
            client.sendMail(mail).await().atMost(config.timeout());
        } catch (RuntimeException e) {
            if (isPermanent(e)) {
                throw new PermanentFailure("refused permanently: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    static boolean isPermanent(Throwable failure) {
        return Causes.find(failure, SMTPException.class)
                .map(refusal -> refusal.getReplyCode() >= PERMANENT && !OUR_ACCOUNT.contains(refusal.getReplyCode()))
                // The mail client throws this if it cannot read the address.
                .orElseGet(() -> Causes.include(failure, IllegalArgumentException.class));
    }
}
