package askme.mail;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Mails the decision on a suggested edit to its proposer: only for the jobs of a process of an earlier version. Remove it with the
 * next version.
 */
@ApplicationScoped
@JobHandler(name = "mail-suggestion", queue = Queues.MAIL)
class MailSuggestion implements Handler<DecisionBefore> {

    private final DecisionLog log;
    private final MailAllowance allowance;
    private final MailComposer composer;
    private final MemberMail sender;

    MailSuggestion(DecisionLog log, MailAllowance allowance, MailComposer composer, MemberMail sender) {
        this.log = log;
        this.allowance = allowance;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<DecisionBefore> event() {
        return DecisionBefore.class;
    }

    @Override
    public void handle(DecisionBefore event, Job job) {
        Optional<NewDecision> due = log.due(event.suggestionId());
        if (due.isEmpty() || !allowance.mayMail(event.proposerId(), job.id(), event)) {
            return;
        }
        sender.send(due.get().recipient(), () -> composer.decision(due.get(), job.id()));
        log.sent(due.get());
    }
}
