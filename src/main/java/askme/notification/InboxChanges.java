package askme.notification;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Marks notifications as read. */
@ApplicationScoped
class InboxChanges {

    /** The most that one transaction marks. */
    private static final int BATCH = 500;

    static final String READ_ONE = "UPDATE notification SET seen = id WHERE id = ? AND member_id = ? AND seen = 0";

    static final String READ_SOME = "UPDATE notification SET seen = id WHERE member_id = ? AND seen = 0 LIMIT " + BATCH;

    private static final String COUNT = "UPDATE inbox SET unread = unread - ? WHERE member_id = ?";

    private final Jdbc jdbc;
    private final Notifier notifier;
    private final Outbox outbox;

    InboxChanges(AgroalDataSource database, Notifier notifier, Outbox outbox) {
        this.jdbc = new Jdbc(database);
        this.notifier = notifier;
        this.outbox = outbox;
    }

    /** Marks one; that of another member is not changed. */
    void read(long member, long notification) {
        read(member, READ_ONE, notification, member);
    }

    /** Marks all that are unread now. */
    void readAll(long member) {
        while (read(member, READ_SOME, member) == BATCH) {
            // One transaction after the other, so that the locks are short.
        }
    }

    private int read(long member, String sql, Object... values) {
        return NewTransaction.call(() -> {
            notifier.lock(List.of(member));
            try {
                int marked = jdbc.update(sql, values);
                if (marked > 0) {
                    jdbc.update(COUNT, marked, member);
                    outbox.record(new NotificationsRead(member));
                }
                return marked;
            } catch (SQLException e) {
                throw new IllegalStateException("notifications cannot be marked", e);
            }
        });
    }
}
