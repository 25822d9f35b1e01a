package askme.mail;

import askme.account.address.AddressLinkMade;
import askme.account.address.AddressLinks;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.mail.smtp.SmtpSender;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mails a link to an address: to confirm it, or to take a change back. The worker computes the link, so that neither the outbox nor
 * Redis contains it. A job that runs again sends the same mail with the same link, or no mail if the link has ended.
 */
@ApplicationScoped
@JobHandler(name = "mail-address-link", queue = Queues.MAIL)
class MailAddressLink implements Handler<AddressLinkMade> {

    private final AddressLinks links;
    private final MailComposer composer;
    private final SmtpSender sender;

    MailAddressLink(AddressLinks links, MailComposer composer, SmtpSender sender) {
        this.links = links;
        this.composer = composer;
        this.sender = sender;
    }

    @Override
    public Class<AddressLinkMade> event() {
        return AddressLinkMade.class;
    }

    @Override
    public void handle(AddressLinkMade event, Job job) {
        NewTransaction.call(() -> links.mail(event))
                .ifPresent(link -> sender.send(composer.addressLink(link, job.id())));
    }
}
