package askme.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Notifications were added, or have one more cause. At most {@link Inbox#MOST_TOLD} in one event. */
@RegisterForReflection
public record NotificationsAdded(List<Entry> entries) {

    @RegisterForReflection
    public record Entry(long notificationId, long memberId) {}
}
