package askme.mail;

import askme.account.PasswordReset;
import askme.account.PasswordResetRequested;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.smtp.SmtpSender;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mails the link that sets a new password. The worker creates the link, so that neither the outbox nor Redis contains it.
 * A job that runs again after a crash sends the same mail with the same link, or no mail if the link is too old.
 */
@ApplicationScoped
@JobHandler(name = "mail-password-reset", queue = Queues.MAIL)
class MailPasswordReset implements Handler<PasswordResetRequested> {

    private final PasswordReset resets;
    private final MailComposer composer;
    private final SmtpSender sender;

    MailPasswordReset(PasswordReset resets, MailComposer composer, SmtpSender sender) {
        this.resets = resets;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<PasswordResetRequested> event() {
        return PasswordResetRequested.class;
    }

    @Override
    public void handle(PasswordResetRequested event, Job job) {
        NewTransaction.call(() -> resets.link(event))
                .ifPresent(link -> sender.send(composer.passwordReset(link, job.id())));
    }
}
