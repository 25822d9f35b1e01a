package askme.push;

import askme.notification.InboxLinks;
import askme.notification.NotificationCard;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes the message of a notification, in the member's language and with the words of the inbox. */
@ApplicationScoped
class PushComposer {

    private static final LocalizedMessages<Messages> SITE = LocalizedMessages.of(Messages.class);

    @CheckedTemplate(basePath = "push")
    static class Views {

        private Views() {}

        static native TemplateInstance title(NotificationCard card);
    }

    PushMessage message(NotificationCard card, Locale language) {
        String title = Views.title(card).setLocale(language).render().strip();
        String body = card.title() == null ? SITE.in(language).site() : card.title();
        return new PushMessage(
                title,
                body,
                InboxLinks.notification(card.id()),
                "n" + card.id(),
                ChronoUnit.MICROS.between(Instant.EPOCH, card.at()));
    }
}
