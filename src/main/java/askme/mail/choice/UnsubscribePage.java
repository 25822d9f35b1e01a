package askme.mail.choice;

import askme.notification.NotificationKind;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The page that ends mails or begins them again.
 *
 * @param done whether it has happened
 */
@TemplateData
record UnsubscribePage(String token, String nickname, Subscription subscription, boolean done) {

    public boolean aboutQuestion() {
        return subscription.isQuestion();
    }

    public boolean aboutKinds() {
        return subscription.isKinds();
    }

    public List<NotificationKind> kinds() {
        return subscription.kinds();
    }

    public long question() {
        return subscription.question();
    }
}
