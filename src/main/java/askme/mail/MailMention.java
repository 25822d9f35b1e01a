package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Mails a mention to its member: only for the jobs of a process of an earlier version. Remove it with the next version.
 */
@ApplicationScoped
@JobHandler(name = "mail-mention", queue = Queues.MAIL)
class MailMention implements Handler<MentionBefore> {

    private final MentionLog log;
    private final MailAllowance allowance;
    private final MailComposer composer;
    private final MemberMail sender;

    MailMention(MentionLog log, MailAllowance allowance, MailComposer composer, MemberMail sender) {
        this.log = log;
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<MentionBefore> event() {
        return MentionBefore.class;
    }

    @Override
    public void handle(MentionBefore event, Job job) {
        Optional<NewMention> due = log.due(event.commentId(), event.memberId());
        if (due.isEmpty() || !allowance.mayMail(event.memberId(), job.id(), event)) {
            return;
        }
        sender.send(due.get().recipient(), () -> composer.mention(due.get(), job.id()));
        log.sent(due.get());
    }
}
