package askme.mail.smtp;

import askme.jobs.PermanentFailure;
import askme.resilience.Causes;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.AddressException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Sends mails to the SMTP server, and distinguishes permanent refusals from temporary ones.
 *
 * <p>Work-around: it takes the configuration of Quarkus' mailer, and not the mailer. That one adds an empty {@code Cc} to every mail, and
 * RFC 5322, 3.6.3 requires an address there. No upstream issue found on 2026-11-27. See also {@link SmtpClient}.
 */
@ApplicationScoped
public class SmtpSender {

    /**
     * The first reply that refuses the mail permanently. The replies 500 to 504 are about a command (RFC 5321, 4.2.1): the
     * connection is out of step, and a new connection may succeed.
     */
    private static final int PERMANENT = 510;

    /** Replies about our account at the server (RFC 4954, 6). The mail can be sent after an operator corrects the account. */
    private static final Set<Integer> OUR_ACCOUNT = Set.of(530, 534, 535, 538);

    private final SmtpClient client;
    private final OutageLog use;

    @Inject
    SmtpSender(MailClient configured, Vertx vertx, SmtpConfig config, Parts parts) {
        this(
                new SmtpClient(SmtpServer.configurationOf(configured), vertx, config.replyTimeout(), config.timeout()),
                parts);
    }

    SmtpSender(SmtpClient client, Parts parts) {
        this.client = client;
        this.use = parts.use(Part.MAIL, "mail");
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Returns after the server accepted the mail.
     *
     * @throws RecipientRefused if the server refused the recipient permanently
     * @throws PermanentFailure if the server refused the mail permanently, or the address is not valid
     * @throws PartUnavailable if there is no connection or no reply
     * @throws IllegalStateException for anything else, such as a 4xx reply
     */
    public void send(MailMessage mail) {
        try {
            client.send(mail);
            use.ends();
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(Exception cause) {
        boolean replied = replyCode(cause).isPresent() || Causes.include(cause, AuthenticationFailedException.class);
        if (replied) {
            use.ends();
        }
        if (refusesRecipient(cause)) {
            return new RecipientRefused("the recipient is refused: " + cause.getMessage(), cause);
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
        OptionalInt code = replyCode(failure);
        return code.isPresent()
                ? code.getAsInt() >= PERMANENT && !OUR_ACCOUNT.contains(code.getAsInt())
                : Causes.include(failure, AddressException.class);
    }

    /** Replies to RCPT about the address itself (RFC 5321, 4.2.3), and not about our server or the content (RFC 3463, class 5.7). */
    private static final Set<Integer> ABOUT_ADDRESS = Set.of(550, 551, 553);

    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");

    static boolean refusesRecipient(Throwable failure) {
        return Causes.of(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .anyMatch(refusal -> ABOUT_ADDRESS.contains(refusal.getReturnCode())
                        && !POLICY.matcher(String.valueOf(refusal.getMessage())).find());
    }

    /** The reply that refused a command of the mail. */
    private static OptionalInt replyCode(Throwable failure) {
        return Causes.of(failure)
                .flatMapToInt(cause -> {
                    if (cause instanceof SMTPSendFailedException refusal) {
                        return IntStream.of(refusal.getReturnCode());
                    }
                    return cause instanceof SMTPAddressFailedException refusal
                            ? IntStream.of(refusal.getReturnCode())
                            : IntStream.empty();
                })
                .filter(code -> code > 0) // -1: the connection ended
                .findFirst();
    }
}
