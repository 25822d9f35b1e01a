package askme.mail;

import askme.database.NewTransaction;
import askme.mail.choice.Refusals;
import askme.mail.smtp.RecipientRefused;
import askme.mail.smtp.SmtpSender;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Sends the mails about what happens to members. This is the only place that decides who gets one. An address that the
 * member must still confirm gets none, nor does one that was refused several times. {@code MailSendersTest} lists the
 * other senders: a link to an address, a password reset and an administrator's test.
 */
@ApplicationScoped
public class MemberMail {

    static final String OPEN = "SELECT id FROM member WHERE id = :member AND email = :email AND must_confirm = 0";

    private final Session hibernate;
    private final SmtpSender sender;
    private final Refusals refusals;

    MemberMail(Session hibernate, SmtpSender sender, Refusals refusals) {
        this.hibernate = hibernate;
        this.sender = sender;
        this.refusals = refusals;
    }

    /** Whether the address of {@code recipient} was refused several times. */
    public boolean suppressed(Recipient recipient) {
        return !isOpen(recipient) || refusals.suppressed(recipient.memberId(), recipient.email());
    }

    private boolean isOpen(Recipient recipient) {
        return recipient.email() != null
                && NewTransaction.call(() -> hibernate
                                        .createNativeQuery(OPEN, Long.class)
                                        .addScalar("id", Long.class)
                                        .setParameter("member", recipient.memberId())
                                        .setParameter("email", recipient.email())
                                        .list())
                                .size()
                        == 1;
    }

    /**
     * Composes and sends the mail. Returns after the server accepted the mail, or if the address gets no mail.
     *
     * @throws RuntimeException as {@link SmtpSender#send}
     */
    public void send(Recipient recipient, Supplier<MailMessage> mail) {
        if (!isOpen(recipient)) {
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
