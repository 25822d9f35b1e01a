package askme.mail;

import askme.mail.choice.Refusals;
import askme.mail.smtp.RecipientRefused;
import askme.mail.smtp.SmtpSender;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Sends the mails about what happens to members. This is the only place that decides who gets one. An address that the
 * member must still confirm gets none, nor does one that was refused several times. {@code MailSendersTest} lists the
 * other senders: a link to an address, a password reset and an administrator's test.
 */
@ApplicationScoped
public class MemberMail {

    private final SmtpSender sender;
    private final Refusals refusals;

    MemberMail(SmtpSender sender, Refusals refusals) {
        this.sender = sender;
        this.refusals = refusals;
    }

    /** Whether the address of {@code recipient} was refused several times. */
    public boolean suppressed(Recipient recipient) {
        return !refusals.isOpen(recipient.memberId(), recipient.email())
                || refusals.suppressed(recipient.memberId(), recipient.email());
    }

    /**
     * Composes and sends the mail. Returns after the server accepted the mail, or if the address gets no mail.
     *
     * @throws RuntimeException as {@link SmtpSender#send}
     */
    public void send(Recipient recipient, Supplier<MailMessage> mail) {
        if (!refusals.isOpen(recipient.memberId(), recipient.email())) {
            return;
        }
        int refused = refusals.days(recipient.memberId(), recipient.email());
        if (refusals.areTooMany(refused)) {
            return;
        }
        try {
            sender.send(mail.get());
        } catch (RecipientRefused failure) {
            refusals.add(recipient.memberId(), recipient.email());
            throw failure;
        }
        if (refused > 0) {
            refusals.forget(recipient.memberId());
        }
    }
}
