package askme.push;

import askme.look.Look;
import askme.notification.InboxLinks;
import askme.notification.NotificationCard;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes the message of a notification, in the member's language and with the words of the inbox. */
@ApplicationScoped
class PushComposer {

    private final Look look;

    PushComposer(Look look) {
        this.look = look;
    }

    @CheckedTemplate(basePath = "push")
    static class Views {

        private Views() {}

        static native TemplateInstance title(NotificationCard card);
    }

    PushMessage message(NotificationCard card, Locale language) {
        String title = Views.title(card).setLocale(language).render().strip();
        String body = card.title() == null ? look.name() : card.title();
        return new PushMessage(
                title,
                body,
                InboxLinks.notification(card.id()),
                "n" + card.id(),
                ChronoUnit.MICROS.between(Instant.EPOCH, card.at()),
                look.largeIcon().src());
    }
}
