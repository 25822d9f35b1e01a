package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends the mail an operator asked for, by the way every mail goes. */
@ApplicationScoped
@JobHandler(name = "send-test-mail", queue = Queues.MAIL)
class SendTestMail implements Handler<TestMailRequested> {

    private final MailComposer letters;
    private final SmtpSender postman;

    SendTestMail(MailComposer letters, SmtpSender postman) {
        this.letters = letters;
        this.postman = postman;
    }

    @Override
    public Class<TestMailRequested> event() {
        return TestMailRequested.class;
    }

    @Override
    public void handle(TestMailRequested event, Job job) {
        postman.send(letters.test(event.address(), job.id()));
    }
}
