package askme.support;

import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import askme.notification.NotificationsAdded;
import askme.notification.NotificationsRead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notifies members without a post, as the inbox does: the rows, the number of unread ones, and the event. */
@ApplicationScoped
public class Notified {

    private final TestDatabase database;
    private final Outbox outbox;

    Notified(TestDatabase database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Adds a notification of an answer by {@code actor} to the question, and returns its id. */
    public long ofAnswer(Visitor member, Visitor actor, long question) {
        long id = id(member);
        database.change(
                "INSERT INTO notification (member_id, kind, question_id, cause, actor_id, happened_at)"
                        + " SELECT ?, 'answer', ?, CONCAT('question:', ?), id, NOW(6) FROM member WHERE nickname = ?",
                id,
                question,
                question,
                actor.nickname());
        long notification = database.of("SELECT MAX(id) FROM notification WHERE member_id = ?", id);
        unread(member, 1 + (int) database.of("SELECT unread FROM inbox WHERE member_id = ?", id));
        tell(member, notification);
        return notification;
    }

    /** One more cause of the same notification. */
    public void again(Visitor member, long notification) {
        database.change("UPDATE notification SET causes = causes + 1, happened_at = NOW(6) WHERE id = ?", notification);
        tell(member, notification);
    }

    /** All notifications of {@code member} are read. */
    public void read(Visitor member) {
        database.change("UPDATE notification SET seen = id WHERE member_id = ?", id(member));
        set(member, 0);
    }

    /** Sets the number of unread notifications, as if some were read. */
    public void set(Visitor member, int unread) {
        unread(member, unread);
        NewTransaction.run(() -> outbox.record(new NotificationsRead(id(member))));
    }

    private void tell(Visitor member, long notification) {
        NewTransaction.run(() ->
                outbox.record(new NotificationsAdded(List.of(new NotificationsAdded.Entry(notification, id(member))))));
    }

    private void unread(Visitor member, int unread) {
        database.change(
                "INSERT INTO inbox (member_id, unread) VALUES (?, ?) ON DUPLICATE KEY UPDATE unread = ?",
                id(member),
                unread,
                unread);
    }

    private long id(Visitor member) {
        return database.of("SELECT id FROM member WHERE nickname = ?", member.nickname());
    }
}
