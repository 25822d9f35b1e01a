package askme.push;

import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.notification.NotificationCard;
import askme.notification.NotificationQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends a notification to the devices of its member, in its state of now. A repeated job sends only to the devices that have not
 * received this state. If a crash repeats a message, the service worker shows it in place of the first one, without a sound.
 */
@ApplicationScoped
@JobHandler(name = "send-push", queue = Queues.DIGEST)
class SendPush implements Handler<PushNotification> {

    /** Some minutes. The inbox has the notification, so a push service that fails for longer makes no dead job. */
    private static final int MOST_ATTEMPTS = 8;

    private final NotificationQueries notifications;
    private final Subscriptions subscriptions;
    private final PushComposer composer;
    private final PushClient client;

    SendPush(NotificationQueries notifications, Subscriptions subscriptions, PushComposer composer, PushClient client) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.composer = composer;
        this.client = client;
    }

    @Override
    public Class<PushNotification> event() {
        return PushNotification.class;
    }

    @Override
    public void handle(PushNotification event, Job job) {
        NotificationCard card = NewTransaction.call(() -> notifications.of(List.of(event.notificationId())).stream()
                .findFirst()
                .orElse(null));
        if (card == null || card.read()) {
            return;
        }
        List<Subscription> due = subscriptions.due(card.memberId(), card.id(), card.at());
        if (due.isEmpty()) {
            return;
        }
        Map<Subscription, PushResult> results =
                client.send(due, composer.message(card, due.get(0).language()));
        List<Long> sent = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        results.forEach((device, result) -> {
            if (result == PushResult.GONE) {
                gone.add(device.id());
            } else if (result != PushResult.LATER) {
                sent.add(device.id());
            }
        });
        subscriptions.settle(card.id(), card.at(), sent, gone);
        if (results.containsValue(PushResult.LATER) && job.attempt() < MOST_ATTEMPTS) {
            throw new IllegalStateException("a push service did not accept a message now");
        }
    }
}
