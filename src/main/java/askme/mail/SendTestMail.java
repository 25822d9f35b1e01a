package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.smtp.SmtpSender;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends the test mail that an operator requested, through the same queue and server as every mail. */
@ApplicationScoped
@JobHandler(name = "send-test-mail", queue = Queues.MAIL)
class SendTestMail implements Handler<TestMailRequested> {

    private final MailComposer composer;
    private final SmtpSender sender;

    SendTestMail(MailComposer composer, SmtpSender sender) {
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<TestMailRequested> event() {
        return TestMailRequested.class;
    }

    @Override
    public void handle(TestMailRequested event, Job job) {
        sender.send(composer.test(event.address(), null, job.id()));
    }
}
