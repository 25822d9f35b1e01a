package askme.mail;

import askme.account.PasswordReset;
import askme.account.PasswordResetRequested;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mails the link that sets a new password. The link is made here, so that neither the outbox nor Redis holds it. Done
 * again after a crash it is the same mail with the same link; once that is too old, none.
 */
@ApplicationScoped
@JobHandler(name = "mail-password-reset", queue = Queues.MAIL)
class MailPasswordReset implements Handler<PasswordResetRequested> {

    private final PasswordReset resets;
    private final MailComposer letters;
    private final SmtpSender postman;

    MailPasswordReset(PasswordReset resets, MailComposer letters, SmtpSender postman) {
        this.resets = resets;
        this.letters = letters;
        this.postman = postman;
    }

    @Override
    public Class<PasswordResetRequested> event() {
        return PasswordResetRequested.class;
    }

    @Override
    public void handle(PasswordResetRequested event, Job job) {
        QuarkusTransaction.requiringNew()
                .call(() -> resets.due(event))
                .ifPresent(way -> postman.send(letters.passwordReset(way, job.id())));
    }
}
