package askme.mail;

import askme.account.data.ExportReady;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Mails that an export is ready. The link leads to a page that needs the member's session. */
@ApplicationScoped
@JobHandler(name = "mail-export", queue = Queues.MAIL)
class MailExportReady implements Handler<ExportReady> {

    private final MailComposer composer;
    private final MemberMail sender;

    MailExportReady(MailComposer composer, MemberMail sender) {
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<ExportReady> event() {
        return ExportReady.class;
    }

    @Override
    public void handle(ExportReady event, Job job) {
        Optional<Member> member = NewTransaction.call(() -> Member.findByIdOptional(event.memberId()));
        member.map(to -> Recipient.of(to))
                .ifPresent(recipient -> sender.send(recipient, () -> composer.export(recipient, job.id())));
    }
}
