package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends one mail about the answers that {@link MailAllowance} made wait. A crash may send it twice, as with every mail. */
@ApplicationScoped
@JobHandler(name = "send-gathered-mail", queue = Queues.MAIL)
class SendGatheredMail implements Handler<GatheredMailDue> {

    private final MailAllowance allowance;
    private final MailComposer composer;
    private final MemberMail sender;

    SendGatheredMail(MailAllowance allowance, MailComposer composer, MemberMail sender) {
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<GatheredMailDue> event() {
        return GatheredMailDue.class;
    }

    @Override
    public void handle(GatheredMailDue event, Job job) {
        Optional<GatheredMail> due = allowance.due(event.memberId(), job.id(), composer::answerUrl);
        if (due.isPresent()) {
            sender.send(due.get().recipient(), () -> composer.gathered(due.get(), job.id()));
            allowance.sent(due.get(), composer.messageId(job.id()));
        }
    }
}
