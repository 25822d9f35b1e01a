package askme.mail;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.Member;
import askme.webhook.Endpoint;
import askme.webhook.Endpoints;
import askme.webhook.WebhookSwitchedOff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Mails an administrator that the site has switched off a receiver of webhooks. */
@ApplicationScoped
@JobHandler(name = "mail-webhook-off", queue = Queues.MAIL)
class MailWebhookOff implements Handler<WebhookSwitchedOff> {

    private final MailComposer composer;
    private final MemberMail mails;
    private final Endpoints endpoints;

    MailWebhookOff(MailComposer composer, MemberMail mails, Endpoints endpoints) {
        this.composer = composer;
        this.mails = mails;
        this.endpoints = endpoints;
    }

    @Override
    public Class<WebhookSwitchedOff> event() {
        return WebhookSwitchedOff.class;
    }

    @Override
    public void handle(WebhookSwitchedOff event, Job job) {
        Optional<Endpoint> endpoint = endpoints.find(event.endpointId());
        if (endpoint.isPresent() && !endpoint.get().active()) {
            NewTransaction.call(() -> Member.<Member>findByIdOptional(event.memberId()))
                    .filter(member -> member.email != null)
                    .ifPresent(member -> mails.send(
                            Recipient.of(member), () -> composer.webhookOff(endpoint.get(), member, job.id())));
        }
    }
}
