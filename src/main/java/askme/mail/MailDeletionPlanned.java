package askme.mail;

import askme.account.data.DeletionPlanned;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails a member that the account will be deleted, and how to keep it: somebody else may have asked for it. */
@ApplicationScoped
@JobHandler(name = "mail-deletion-planned", queue = Queues.MAIL)
class MailDeletionPlanned implements Handler<DeletionPlanned> {

    private final MailComposer composer;
    private final MemberMail mails;

    MailDeletionPlanned(MailComposer composer, MemberMail mails) {
        this.composer = composer;
        this.mails = mails;
    }

    @Override
    public Class<DeletionPlanned> event() {
        return DeletionPlanned.class;
    }

    /** Sends nothing if the member has no address, or keeps the account by now. */
    @Override
    public void handle(DeletionPlanned event, Job job) {
        NewTransaction.call(() -> Member.<Member>findByIdOptional(event.memberId()))
                .filter(member -> member.email != null && member.deleteAt != null)
                .ifPresent(member -> {
                    Recipient recipient = Recipient.of(member);
                    mails.send(
                            recipient, () -> composer.deletion(recipient, member.deleteAt, member.timeZone, job.id()));
                });
    }
}
