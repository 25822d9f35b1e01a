package askme.notification;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Removes notifications, in transactions of bounded size: of deleted posts, and old ones. It locks inboxes like {@link Notifier}. */
@ApplicationScoped
class Withdrawal {

    static final String OF_CAUSE =
            "SELECT notification_id AS id, member_id FROM notification_cause WHERE cause = ? ORDER BY member_id LIMIT "
                    + Inbox.MOST_TOLD;

    static final String OF_QUESTION = "SELECT id, member_id FROM notification FORCE INDEX (notification_about)"
            + " WHERE question_id = ? LIMIT " + Inbox.MOST_TOLD;

    static final String OF_ANSWER = "SELECT id, member_id FROM notification FORCE INDEX (notification_about)"
            + " WHERE question_id = ? AND answer_id = ? LIMIT " + Inbox.MOST_TOLD;

    private static final String REMOVE_CAUSES = "DELETE FROM notification_cause WHERE cause = ? AND member_id IN (%s)";

    private static final String SHRINK = "UPDATE notification SET causes = causes - 1 WHERE id IN (%s)";

    private static final String EMPTY = "SELECT id, member_id FROM notification WHERE causes = 0 AND id IN (%s)";

    /** The cause that was the last one may be the one that is gone. */
    private static final String LAST_CAUSE = """
            UPDATE notification n
            JOIN (SELECT notification_id, MAX(happened_at) AS happened_at FROM notification_cause
                  WHERE notification_id IN (%s) GROUP BY notification_id) last ON last.notification_id = n.id
            JOIN notification_cause c ON c.notification_id = n.id AND c.happened_at = last.happened_at
            SET n.cause = c.cause, n.actor_id = c.actor_id, n.happened_at = c.happened_at""";

    private static final String UNREAD = "SELECT DISTINCT member_id FROM notification WHERE seen = 0 AND id IN (%s)";

    private static final String COUNT = """
            UPDATE inbox i
            JOIN (SELECT member_id, COUNT(*) AS removed FROM notification WHERE seen = 0 AND id IN (%s) GROUP BY member_id) gone
              ON gone.member_id = i.member_id
            SET i.unread = i.unread - gone.removed""";

    private static final String REMOVE_ALL_CAUSES = "DELETE FROM notification_cause WHERE notification_id IN (%s)";

    private static final String REMOVE = "DELETE FROM notification WHERE id IN (%s)";

    private final Jdbc jdbc;
    private final Notifier notifier;
    private final Outbox outbox;

    Withdrawal(AgroalDataSource database, Notifier notifier, Outbox outbox) {
        this.jdbc = new Jdbc(database);
        this.notifier = notifier;
        this.outbox = outbox;
    }

    /** A notification and its member. */
    record Target(long id, long member) {

        static Target of(ResultSet row) throws SQLException {
            return new Target(row.getLong("id"), row.getLong("member_id"));
        }
    }

    /** Takes a cause back from everybody. */
    void cause(Cause cause) throws SQLException {
        List<Target> batch = jdbc.query(OF_CAUSE, Target::of, cause.stored());
        while (!batch.isEmpty()) {
            List<Target> told = batch;
            NewTransaction.run(() -> forget(cause, told));
            batch = jdbc.query(OF_CAUSE, Target::of, cause.stored());
        }
    }

    /** Removes everything about the question and its answers. */
    void question(long question) throws SQLException {
        List<Target> batch = jdbc.query(OF_QUESTION, Target::of, question);
        while (!batch.isEmpty()) {
            remove(batch);
            batch = jdbc.query(OF_QUESTION, Target::of, question);
        }
    }

    /** Removes everything about the answer. */
    void answer(long question, long answer) throws SQLException {
        List<Target> batch = jdbc.query(OF_ANSWER, Target::of, question, answer);
        while (!batch.isEmpty()) {
            remove(batch);
            batch = jdbc.query(OF_ANSWER, Target::of, question, answer);
        }
    }

    /** Removes these notifications, at most {@link Inbox#MOST_TOLD}. */
    void remove(List<Target> targets) {
        NewTransaction.run(() -> {
            lock(targets);
            removeLocked(ids(targets));
        });
    }

    private void forget(Cause cause, List<Target> told) {
        lock(told);
        List<Object> members = new ArrayList<>(List.of(cause.stored()));
        told.forEach(target -> members.add(target.member));
        List<Object> ids = ids(told);
        // Another delivery of this job may have done it: then the rows do not have this cause any longer.
        if (update(REMOVE_CAUSES, members, 1) < told.size()) {
            throw new IllegalStateException("another job withdraws " + cause.stored());
        }
        update(SHRINK, ids, 0);
        update(LAST_CAUSE, ids, 0);
        List<Target> empty = query(EMPTY, Target::of, ids);
        if (!empty.isEmpty()) {
            removeLocked(ids(empty));
        }
    }

    private void removeLocked(List<Object> ids) {
        List<Long> members = query(UNREAD, row -> row.getLong("member_id"), ids);
        if (!members.isEmpty()) {
            update(COUNT, ids, 0);
            outbox.record(new NotificationsRemoved(members));
        }
        update(REMOVE_ALL_CAUSES, ids, 0);
        update(REMOVE, ids, 0);
    }

    private void lock(List<Target> targets) {
        notifier.lock(targets.stream().map(Target::member).distinct().sorted().toList());
    }

    private static List<Object> ids(List<Target> targets) {
        return new ArrayList<>(targets.stream().map(Target::id).toList());
    }

    /** @param before how many values are not in the list */
    private int update(String sql, List<Object> values, int before) {
        try {
            return jdbc.update(sql.formatted(Jdbc.placeholders(values.size() - before)), values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("notifications cannot be removed", e);
        }
    }

    private <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, List<Object> values) {
        try {
            return jdbc.query(sql.formatted(Jdbc.placeholders(values.size())), mapper, values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("notifications cannot be read", e);
        }
    }
}
