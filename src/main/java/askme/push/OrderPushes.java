package askme.push;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.notification.NotificationsAdded;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds which of the notified members have devices, in one statement. Each of their notifications becomes a separate job. */
@ApplicationScoped
@JobHandler(name = "order-pushes", queue = Queues.DIGEST)
class OrderPushes implements Handler<NotificationsAdded> {

    private final Subscriptions subscriptions;

    OrderPushes(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Class<NotificationsAdded> event() {
        return NotificationsAdded.class;
    }

    @Override
    public void handle(NotificationsAdded event, Job job) {
        if (!event.entries().isEmpty()) {
            subscriptions.order(event.entries().stream()
                    .map(entry -> new PushNotification(entry.notificationId(), entry.memberId()))
                    .toList());
        }
    }
}
