package askme.api;

import askme.notification.NotificationCard;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notification.
 *
 * @param kind its name in the site, such as {@code answer}
 * @param causes how many facts it stands for
 * @param question its id, or null
 * @param actor the nickname of the member who caused the last one, or null
 */
@RegisterForReflection
@Schema(name = "Notification")
public record ApiNotification(
        long id,
        String kind,
        int causes,
        Long question,
        String title,
        String url,
        String actor,
        Instant at,
        boolean read) {

    static ApiNotification of(NotificationCard card) {
        return new ApiNotification(
                card.id(),
                card.kind().stored(),
                card.causes(),
                card.questionId() == 0 ? null : card.questionId(),
                card.title(),
                card.address(),
                card.actor(),
                card.at(),
                card.read());
    }
}
