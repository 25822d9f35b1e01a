package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.smtp.SmtpSender;
import askme.suggestion.SuggestionDecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Mails the decision on a suggested edit to its proposer, once. A crash may send it twice, as with every mail. */
@ApplicationScoped
@JobHandler(name = "mail-suggestion", queue = Queues.MAIL)
class MailSuggestion implements Handler<SuggestionDecided> {

    private final DecisionLog log;
    private final MailAllowance allowance;
    private final MailComposer composer;
    private final SmtpSender sender;

    MailSuggestion(DecisionLog log, MailAllowance allowance, MailComposer composer, SmtpSender sender) {
        this.log = log;
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<SuggestionDecided> event() {
        return SuggestionDecided.class;
    }

    @Override
    public void handle(SuggestionDecided event, Job job) {
        Optional<NewDecision> due = log.due(event.suggestionId());
        if (due.isEmpty() || !allowance.mayMail(event.proposerId(), job.id(), event)) {
            return;
        }
        sender.send(composer.decision(due.get(), job.id()));
        log.sent(due.get());
    }
}
