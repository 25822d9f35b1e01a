package askme.mail;

import askme.database.NewTransaction;
import askme.factor.SignInWayChanged;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails a member that the ways to sign in have changed: somebody else may have done it (ASVS 5.0, 6.3.7). */
@ApplicationScoped
@JobHandler(name = "mail-sign-in-way", queue = Queues.MAIL)
class MailSignInWay implements Handler<SignInWayChanged> {

    private final MailComposer composer;
    private final MemberMail mails;

    MailSignInWay(MailComposer composer, MemberMail mails) {
        this.composer = composer;
        this.mails = mails;
    }

    @Override
    public Class<SignInWayChanged> event() {
        return SignInWayChanged.class;
    }

    @Override
    public void handle(SignInWayChanged event, Job job) {
        NewTransaction.call(() -> Member.<Member>findByIdOptional(event.memberId()))
                .filter(member -> member.email != null)
                .map(member -> Recipient.of(member))
                .ifPresent(recipient -> mails.send(recipient, () -> composer.signInWay(event, recipient, job.id())));
    }
}
