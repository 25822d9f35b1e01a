package askme.realtime;

import askme.jobs.Handler;
import askme.notification.NotificationsAdded;
import askme.notification.NotificationsRead;
import askme.notification.NotificationsRemoved;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** The number beside the bell, on all open pages of a member: it follows the member's notifications. */
@ApplicationScoped
class LiveBell {

    private final UnreadCounts counts;
    private final Publisher publisher;

    LiveBell(UnreadCounts counts, Publisher publisher) {
        this.counts = counts;
        this.publisher = publisher;
    }

    /** A member's number of unread notifications, for the member's own channel. */
    @JsonTypeName("unread")
    @RegisterForReflection
    record Unread(int unread, long asOf) implements Change {}

    @Produces
    @Singleton
    Handler<NotificationsAdded> added() {
        return handler("publish-notifications-added", NotificationsAdded.class, event -> event.entries().stream()
                .map(NotificationsAdded.Entry::memberId)
                .toList());
    }

    @Produces
    @Singleton
    Handler<NotificationsRead> read() {
        return handler("publish-notifications-read", NotificationsRead.class, event -> List.of(event.memberId()));
    }

    @Produces
    @Singleton
    Handler<NotificationsRemoved> removed() {
        return handler("publish-notifications-removed", NotificationsRemoved.class, NotificationsRemoved::memberIds);
    }

    private <E> Handler<E> handler(String name, Class<E> event, Function<E, List<Long>> members) {
        return new PublishUnread<>(name, event, members, counts, publisher);
    }
}
