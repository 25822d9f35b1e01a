package askme.mail;

import askme.answer.AnswerPosted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Mails a new answer to the question's author. This event has one recipient, so the job sends one mail.
 *
 * <ol>
 *   <li>The job ends without a mail if the answer was deleted or its mail was sent.
 *   <li>If the author has received too many mails in an hour, the answer waits for one mail about several answers.
 *   <li>The SMTP server accepts the mail.
 *   <li>The row in mail_sent records that.
 * </ol>
 *
 * The row is written after the mail, so that a crash cannot lose the mail. A crash between the two sends the mail twice,
 * both times with the same {@code Message-ID}.
 */
@ApplicationScoped
@JobHandler(name = "mail-new-answer", queue = Queues.MAIL)
class MailNewAnswer implements Handler<AnswerPosted> {

    private final MailLog log;
    private final MailAllowance allowance;
    private final MailComposer composer;
    private final MemberMail sender;

    MailNewAnswer(MailLog log, MailAllowance allowance, MailComposer composer, MemberMail sender) {
        this.log = log;
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<AnswerPosted> event() {
        return AnswerPosted.class;
    }

    @Override
    public void handle(AnswerPosted event, Job job) {
        Optional<NewAnswer> due = log.due(event.answerId());
        if (due.isEmpty() || !allowance.mayMail(due.get(), job.id())) {
            return;
        }
        sender.send(due.get().recipient(), () -> composer.newAnswer(due.get(), job.id()));
        log.sent(due.get(), composer.messageId(job.id()));
    }
}
