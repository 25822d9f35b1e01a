package askme.notification;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notifies members of a fact. A transaction notifies up to {@link Inbox#MOST_TOLD} of them with the same number of statements as one. It locks their
 * inboxes in the order of their ids, so it waits for other changes of them and never in a circle.
 */
@ApplicationScoped
class Notifier {

    static final String LOCK = "INSERT INTO inbox (member_id) VALUES %s ON DUPLICATE KEY UPDATE unread = unread";

    static final String TOLD = "SELECT member_id FROM notification_cause WHERE cause = ? AND member_id IN (%s)";

    /** The assignments run from left to right, so the last one is that of the moment. */
    private static final String ADD = """
            INSERT INTO notification (member_id, kind, question_id, answer_id, amount, cause, actor_id, happened_at) VALUES %s
            ON DUPLICATE KEY UPDATE
              causes = causes + 1,
              amount = amount + VALUES(amount),
              cause = IF(VALUES(happened_at) >= happened_at, VALUES(cause), cause),
              actor_id = IF(VALUES(happened_at) >= happened_at, VALUES(actor_id), actor_id),
              happened_at = GREATEST(happened_at, VALUES(happened_at))""";

    private static final String ADD_ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

    static final String ADDED = "SELECT id, member_id, causes FROM notification FORCE INDEX (notification_unread)"
            + " WHERE member_id IN (%s) AND seen = 0 AND kind = ? AND question_id = ? AND answer_id = ?";

    private static final String CAUSES =
            "INSERT INTO notification_cause (cause, member_id, notification_id, actor_id, happened_at) VALUES %s";

    private static final String CAUSE_ROW = "(?, ?, ?, ?, ?)";

    private static final String COUNT = "UPDATE inbox SET unread = unread + 1 WHERE member_id IN (%s)";

    private final Jdbc jdbc;
    private final Outbox outbox;

    Notifier(AgroalDataSource database, Outbox outbox) {
        this.jdbc = new Jdbc(database);
        this.outbox = outbox;
    }

    private record Added(long id, long member, int causes) {

        static Added of(ResultSet row) throws SQLException {
            return new Added(row.getLong("id"), row.getLong("member_id"), row.getInt("causes"));
        }
    }

    /**
     * Notifies those of {@code members} who do not know it.
     *
     * @param members in the order of their ids, at most {@link Inbox#MOST_TOLD}
     */
    void tell(Fact fact, List<Long> members) {
        Map<Long, Integer> amounts = new LinkedHashMap<>();
        members.forEach(member -> amounts.put(member, 0));
        if (!members.isEmpty()) {
            NewTransaction.run(() -> {
                lock(members);
                tellLocked(fact, amounts);
            });
        }
    }

    /** Locks the inboxes of {@code members}, which are in the order of their ids, in the caller's transaction. */
    void lock(List<Long> members) {
        update(LOCK.formatted(String.join(", ", Collections.nCopies(members.size(), "(?)"))), new ArrayList<>(members));
    }

    /** The same in the caller's transaction, which has locked the inboxes. The values are the amounts of the members. */
    void tellLocked(Fact fact, Map<Long, Integer> members) {
        List<Long> told = new ArrayList<>(members.keySet());
        told.removeAll(knowing(fact.cause(), told));
        if (told.isEmpty()) {
            return;
        }
        add(fact, told, members);
        List<Added> added = added(fact, told);
        causes(fact, added);
        List<Object> first = new ArrayList<>();
        added.stream().filter(row -> row.causes == 1).forEach(row -> first.add(row.member));
        if (!first.isEmpty()) {
            update(COUNT.formatted(Jdbc.placeholders(first.size())), first);
        }
        outbox.record(new NotificationsAdded(added.stream()
                .map(row -> new NotificationsAdded.Entry(row.id, row.member))
                .toList()));
    }

    private Set<Long> knowing(Cause cause, List<Long> members) {
        List<Object> values = new ArrayList<>(List.of(cause.stored()));
        values.addAll(members);
        return new HashSet<>(
                query(TOLD.formatted(Jdbc.placeholders(members.size())), row -> row.getLong("member_id"), values));
    }

    private void add(Fact fact, List<Long> members, Map<Long, Integer> amounts) {
        List<Object> values = new ArrayList<>();
        for (long member : members) {
            Collections.addAll(
                    values,
                    member,
                    fact.kind().stored(),
                    fact.question(),
                    fact.answer(),
                    amounts.get(member),
                    fact.cause().stored(),
                    fact.actor(),
                    fact.at());
        }
        update(ADD.formatted(String.join(", ", Collections.nCopies(members.size(), ADD_ROW))), values);
    }

    private List<Added> added(Fact fact, List<Long> members) {
        List<Object> values = new ArrayList<>(members);
        Collections.addAll(values, fact.kind().stored(), fact.question(), fact.answer());
        return query(ADDED.formatted(Jdbc.placeholders(members.size())), Added::of, values);
    }

    private void causes(Fact fact, List<Added> added) {
        List<Object> values = new ArrayList<>();
        for (Added row : added) {
            Collections.addAll(values, fact.cause().stored(), row.member, row.id, fact.actor(), fact.at());
        }
        update(CAUSES.formatted(String.join(", ", Collections.nCopies(added.size(), CAUSE_ROW))), values);
    }

    private void update(String sql, List<Object> values) {
        try {
            jdbc.update(sql, values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("notifications cannot be stored", e);
        }
    }

    private <T> List<T> query(String sql, Jdbc.RowMapper<T> mapper, List<Object> values) {
        try {
            return jdbc.query(sql, mapper, values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("notifications cannot be read", e);
        }
    }
}
