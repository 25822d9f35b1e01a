package askme.mail;

import askme.answer.AnswerPosted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells the question's author of a new answer: the one recipient this event has, so the one mail of this job.
 *
 * <ol>
 *   <li>Is the mail still due? An answer that is gone, or was told already, ends the job quietly.
 *   <li>The SMTP server takes it.
 *   <li>The row in mail_sent says so.
 * </ol>
 *
 * The row comes after the mail, never before: a crash between the two sends a duplicate, with the same {@code
 * Message-ID}, and a crash can never lose the mail.
 */
@ApplicationScoped
@JobHandler(name = "mail-new-answer", queue = Queues.MAIL)
class MailNewAnswer implements Handler<AnswerPosted> {

    private final MailLog mails;
    private final MailComposer letters;
    private final SmtpSender postman;

    MailNewAnswer(MailLog mails, MailComposer letters, SmtpSender postman) {
        this.mails = mails;
        this.letters = letters;
        this.postman = postman;
    }

    @Override
    public Class<AnswerPosted> event() {
        return AnswerPosted.class;
    }

    @Override
    public void handle(AnswerPosted event, Job job) {
        Optional<NewAnswer> due = mails.due(event.answerId());
        if (due.isEmpty()) {
            return;
        }
        postman.send(letters.newAnswer(due.get(), job.id()));
        mails.sent(due.get(), letters.messageId(job.id()));
    }
}
