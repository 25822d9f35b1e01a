package askme.mail;

import askme.jobs.PermanentFailure;
import askme.resilience.Causes;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import askme.resilience.TimeLimit;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ExecutionException;

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
    private final OutageLog use;

    @Inject
    SmtpSender(MailClient configured, Vertx vertx, MailConfig config, Parts parts) {
        this(SmtpClient.withLimit(configured, vertx, config.replyTimeout()), config, parts);
    }

    SmtpSender(MailClient client, MailConfig config, Parts parts) {
        this.client = client;
        this.config = config;
        this.use = parts.use(Part.MAIL, "mail");
    }

    /**
     * Returns after the server accepted the mail.
     *
     * @throws PermanentFailure if the server refused the mail permanently, or the address is not valid
     * @throws PartUnavailable if there is no connection or no reply
     * @throws IllegalStateException for anything else, such as a 4xx reply
     */
    void send(MailMessage mail) {
        try {
            TimeLimit.await(
                    client.sendMail(mail), config.timeout(), late -> Log.warn("mail accepted after its time limit"));
            use.ends();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeLimit.Exceeded e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(Throwable cause) {
        boolean replied = Causes.include(cause, SMTPException.class);
        if (replied) {
            use.ends();
        }
        if (isPermanent(cause)) {
            return new PermanentFailure("refused permanently: " + cause.getMessage(), cause);
        }
        if (replied) {
            return new IllegalStateException("refused: " + cause.getMessage(), cause);
        }
        use.begins(cause);
        return new PartUnavailable(Part.MAIL, cause);
    }

    static boolean isPermanent(Throwable failure) {
        return Causes.find(failure, SMTPException.class)
                .map(refusal -> refusal.getReplyCode() >= PERMANENT && !OUR_ACCOUNT.contains(refusal.getReplyCode()))
                // The mail client throws this if it cannot read the address.
                .orElseGet(() -> Causes.include(failure, IllegalArgumentException.class));
    }
}
