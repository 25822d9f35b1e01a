package askme.mail;

import askme.mail.choice.Refusals;
import askme.mail.smtp.RecipientRefused;
import askme.mail.smtp.SmtpSender;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends the mails about what happens to members. An address that was refused several times gets none. */
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
        return refusals.suppressed(recipient.memberId(), recipient.email());
    }

    /**
     * Returns after the server accepted the mail, or if the address gets no mail.
     *
     * @throws RuntimeException as {@link SmtpSender#send}
     */
    public void send(Recipient recipient, MailMessage mail) {
        int refused = refusals.days(recipient.memberId(), recipient.email());
        if (refusals.areTooMany(refused)) {
            return;
        }
        try {
            sender.send(mail);
        } catch (RecipientRefused failure) {
            refusals.add(recipient.memberId(), recipient.email());
            throw failure;
        }
        if (refused > 0) {
            refusals.forget(recipient.memberId());
        }
    }
}
