package askme.mail;

import askme.comment.MemberMentioned;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.smtp.SmtpSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Mails a mention to its member, once for each comment. A crash may send it twice, as with every mail. */
@ApplicationScoped
@JobHandler(name = "mail-mention", queue = Queues.MAIL)
class MailMention implements Handler<MemberMentioned> {

    private final MentionLog log;
    private final MailAllowance allowance;
    private final MailComposer composer;
    private final SmtpSender sender;

    MailMention(MentionLog log, MailAllowance allowance, MailComposer composer, SmtpSender sender) {
        this.log = log;
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<MemberMentioned> event() {
        return MemberMentioned.class;
    }

    @Override
    public void handle(MemberMentioned event, Job job) {
        Optional<NewMention> due = log.due(event.commentId(), event.memberId());
        if (due.isEmpty() || !allowance.mayMail(event.memberId(), job.id(), event)) {
            return;
        }
        sender.send(composer.mention(due.get(), job.id()));
        log.sent(due.get());
    }
}
