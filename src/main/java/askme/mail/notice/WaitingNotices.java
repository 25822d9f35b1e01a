package askme.mail.notice;

import askme.database.Jdbc;
import askme.database.Row;
import askme.mail.choice.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The notifications that wait for a mail, and what mails have told. Its methods need a transaction. */
@ApplicationScoped
class WaitingNotices {

    static final String ASKERS = "SELECT id, author_id FROM question WHERE id IN (:questions)";
    static final String TOLD = "SELECT notification_id, moment FROM mail_told WHERE notification_id IN (:ids)";
    static final String ABOUT_QUESTION = """
            SELECT member_id, pace, question_id, notification_id, moment FROM mail_notice
            WHERE member_id = :member AND pace = 'now' AND question_id = :question
            ORDER BY notification_id LIMIT :most""";
    static final String OF_DIGEST = """
            SELECT member_id, pace, question_id, notification_id, moment FROM mail_notice
            WHERE member_id = :member AND pace = :pace
            ORDER BY question_id, notification_id LIMIT :most""";
    static final String LAST = """
            SELECT mailed_at, next_at FROM mail_question WHERE member_id = :member AND question_id = :question""";
    private static final String MAILED = """
            INSERT INTO mail_question (member_id, question_id, mailed_at) VALUES (:member, :question, :now)
            ON DUPLICATE KEY UPDATE mailed_at = :now, next_at = NULL""";
    private static final String ADD =
            "INSERT INTO mail_notice (member_id, pace, question_id, notification_id, moment) VALUES %s"
                    + " ON DUPLICATE KEY UPDATE moment = GREATEST(moment, VALUES(moment))";
    private static final String ADD_SLOTS = "INSERT IGNORE INTO mail_digest (member_id, pace, slot_at) VALUES %s";
    private static final String TELL = "INSERT INTO mail_told (notification_id, moment, told_at) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE moment = GREATEST(moment, VALUES(moment)), told_at = VALUES(told_at)";
    private static final String REMOVE = """
            DELETE FROM mail_notice WHERE member_id = ? AND pace = ? AND question_id = ? AND notification_id = ? AND moment <= ?""";
    private final Session hibernate;

    WaitingNotices(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The last mail about a question, and the next one that is scheduled, or null. */
    record Last(Instant mailedAt, Instant nextAt) {}

    private record Pair(long key, long value, Instant moment) {}

    /** The authors of these questions, by the questions' ids. */
    Map<Long, Long> askers(Collection<Long> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        return hibernate
                .createNativeQuery(ASKERS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("author_id", Long.class)
                .setParameterList("questions", questions)
                .setTupleTransformer((values, names) -> asker(new Row(values, names)))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::key, Pair::value));
    }

    private static Pair asker(Row row) {
        return new Pair(row.id("id"), row.id("author_id"), null);
    }

    /** The last cause that a mail has told of each of these notifications. */
    Map<Long, Instant> told(Collection<Long> notifications) {
        if (notifications.isEmpty()) {
            return Map.of();
        }
        return hibernate
                .createNativeQuery(TOLD, Object[].class)
                .addScalar("notification_id", Long.class)
                .addScalar("moment", Instant.class)
                .setParameterList("ids", notifications)
                .setTupleTransformer((values, names) -> told(new Row(values, names)))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::key, Pair::moment));
    }

    private static Pair told(Row row) {
        return new Pair(row.id("notification_id"), 0, row.moment("moment"));
    }

    /** Adds the notices, and the slots of their digests. A notice that waits already may have grown. */
    void add(List<WaitingNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        List<WaitingNotice> ordered =
                notices.stream().sorted(WaitingNotice.IN_ORDER).toList();
        List<Object> rows = new ArrayList<>();
        List<Object> slots = new ArrayList<>();
        for (WaitingNotice notice : ordered) {
            String pace = notice.pace().stored();
            Collections.addAll(
                    rows, notice.member(), pace, notice.question(), notice.notification(), Jdbc.utc(notice.moment()));
            if (notice.slot() != null) {
                Collections.addAll(slots, notice.member(), pace, Jdbc.utc(notice.slot()));
            }
        }
        hibernate.doWork(connection -> {
            insert(connection, ADD, rows, 5);
            insert(connection, ADD_SLOTS, slots, 3);
        });
    }

    private static void insert(Connection connection, String sql, List<Object> values, int columns)
            throws SQLException {
        if (!values.isEmpty()) {
            String row = "(" + Jdbc.placeholders(columns) + ")";
            String all = String.join(", ", Collections.nCopies(values.size() / columns, row));
            Jdbc.update(connection, sql.formatted(all), values.toArray());
        }
    }

    /** Those that wait for a mail at once about the question, the oldest first. */
    List<WaitingNotice> about(long member, long question, int most) {
        return waiting(ABOUT_QUESTION)
                .setParameter("member", member)
                .setParameter("question", question)
                .setParameter("most", most)
                .list();
    }

    /** Those that wait for the digest, by question. */
    List<WaitingNotice> ofDigest(long member, Pace pace, int most) {
        return waiting(OF_DIGEST)
                .setParameter("member", member)
                .setParameter("pace", pace.stored())
                .setParameter("most", most)
                .list();
    }

    private NativeQuery<WaitingNotice> waiting(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("member_id", Long.class)
                .addScalar("pace", String.class)
                .addScalar("question_id", Long.class)
                .addScalar("notification_id", Long.class)
                .addScalar("moment", Instant.class)
                .setTupleTransformer((values, names) -> waiting(new Row(values, names)));
    }

    private static WaitingNotice waiting(Row row) {
        return new WaitingNotice(
                row.id("member_id"),
                Pace.of(row.text("pace")).orElseThrow(),
                row.id("question_id"),
                row.id("notification_id"),
                row.moment("moment"),
                null);
    }

    Optional<Last> last(long member, long question) {
        return hibernate
                .createNativeQuery(LAST, Object[].class)
                .addScalar("mailed_at", Instant.class)
                .addScalar("next_at", Instant.class)
                .setParameter("member", member)
                .setParameter("question", question)
                .setTupleTransformer((values, names) -> last(new Row(values, names)))
                .uniqueResultOptional();
    }

    private static Last last(Row row) {
        return new Last(row.moment("mailed_at"), row.moment("next_at"));
    }

    void schedule(long member, long question, Instant next) {
        hibernate
                .createNativeMutationQuery(
                        "UPDATE mail_question SET next_at = :next WHERE member_id = :member AND question_id = :question")
                .setParameter("next", next)
                .setParameter("member", member)
                .setParameter("question", question)
                .executeUpdate();
    }

    /** Records that a mail about the question went out. */
    void mailed(long member, long question, Instant now) {
        hibernate
                .createNativeMutationQuery(MAILED)
                .setParameter("member", member)
                .setParameter("question", question)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Records what the mail has told. A notice that grew since then stays. */
    void tell(NoticeMail mail, Instant now) {
        hibernate.doWork(connection -> {
            for (Notice notice : mail.notices()) {
                long id = notice.card().id();
                Instant moment = notice.card().at();
                Jdbc.update(connection, TELL, id, moment, now);
                Jdbc.update(
                        connection,
                        REMOVE,
                        notice.card().memberId(),
                        mail.pace().stored(),
                        notice.card().questionId(),
                        id,
                        moment);
            }
        });
    }

    /** Deletes notices that need no mail. One that grew since it was read stays. */
    void drop(Collection<WaitingNotice> notices) {
        hibernate.doWork(connection -> {
            for (WaitingNotice notice : notices) {
                Jdbc.update(
                        connection,
                        REMOVE,
                        notice.member(),
                        notice.pace().stored(),
                        notice.question(),
                        notice.notification(),
                        notice.moment());
            }
        });
    }
}
