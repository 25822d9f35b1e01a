package askme.notification;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notifies the author of a post, or of a suggested edit. The state is read now and not taken from the event. */
@ApplicationScoped
class PersonalFacts {

    static final String ACCEPTED = """
            SELECT a.question_id, a.id AS answer_id, a.author_id AS member_id, q.author_id AS actor_id, UTC_TIMESTAMP(6) AS at, 0 AS part
            FROM answer a JOIN question q ON q.id = a.question_id
            WHERE a.id = ? AND a.accepted = 1 AND a.hidden = 0 AND q.hidden = 0""";

    /** An author who took a suggested edit knows it. */
    static final String QUESTION_EDIT = """
            SELECT q.id AS question_id, 0 AS answer_id, q.author_id AS member_id, r.editor_id AS actor_id, r.written_at AS at,
                   r.number AS part
            FROM question q JOIN question_revision r ON r.question_id = q.id AND r.number = q.revision
            WHERE q.id = ? AND q.hidden = 0 AND COALESCE(r.taken_by, 0) <> q.author_id""";

    static final String ANSWER_EDIT = """
            SELECT a.question_id, a.id AS answer_id, a.author_id AS member_id, r.editor_id AS actor_id, r.written_at AS at, r.number AS part
            FROM answer a JOIN question q ON q.id = a.question_id
            JOIN answer_revision r ON r.answer_id = a.id AND r.number = a.revision
            WHERE a.id = ? AND a.hidden = 0 AND q.hidden = 0 AND COALESCE(r.taken_by, 0) <> a.author_id""";

    static final String SUGGESTION = """
            SELECT s.question_id, COALESCE(s.answer_id, 0) AS answer_id, s.author_id AS member_id, s.proposer_id AS actor_id,
                   s.proposed_at AS at, 0 AS part
            FROM edit_suggestion s JOIN question q ON q.id = s.question_id LEFT JOIN answer a ON a.id = s.answer_id
            WHERE s.id = ? AND s.state = 'waiting' AND q.hidden = 0 AND COALESCE(a.hidden, 0) = 0""";

    static final String DECISION = """
            SELECT s.question_id, COALESCE(s.answer_id, 0) AS answer_id, s.proposer_id AS member_id, s.decided_by AS actor_id,
                   s.decided_at AS at, 0 AS part
            FROM edit_suggestion s JOIN question q ON q.id = s.question_id LEFT JOIN answer a ON a.id = s.answer_id
            WHERE s.id = ? AND s.state <> 'waiting' AND q.hidden = 0 AND COALESCE(a.hidden, 0) = 0""";

    /** Without the post: a notification about a deleted post would be withdrawn with it. */
    static final String CONCERNED =
            "SELECT member_id, actor_id, acted_at, act FROM moderation_log WHERE id = ? AND member_id <> 0";

    /** So many members who reported a post hear of the decision. */
    static final String REPORTERS = "SELECT r.reporter_id, i.outcome, i.decided_at FROM review_item i"
            + " JOIN report r FORCE INDEX (report_of_item) ON r.item_id = i.id"
            + " WHERE i.id = ? AND i.decided <> 0 ORDER BY r.id LIMIT " + Inbox.MOST_TOLD;

    private final Jdbc jdbc;
    private final Recipients recipients;
    private final Notifier notifier;
    private final Withdrawal withdrawal;
    private final Clock clock;

    PersonalFacts(
            AgroalDataSource database, Recipients recipients, Notifier notifier, Withdrawal withdrawal, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.recipients = recipients;
        this.notifier = notifier;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    private record Personal(long member, Fact fact) {

        static Personal of(NotificationKind kind, Cause cause, ResultSet row) throws SQLException {
            Fact fact = new Fact(
                    kind,
                    row.getLong("question_id"),
                    row.getLong("answer_id"),
                    new Cause(cause.type(), cause.id(), row.getLong("part")),
                    row.getLong("actor_id"),
                    Jdbc.instant(row, "at"));
            return new Personal(row.getLong("member_id"), fact);
        }
    }

    /** An answer was accepted, or lost the mark again. */
    void accepted(long answer) throws SQLException {
        Cause cause = Cause.of(Cause.ACCEPTED, answer);
        if (!tell(NotificationKind.ACCEPTED, ACCEPTED, cause)) {
            withdrawal.cause(cause);
        }
    }

    void questionEdited(long question) throws SQLException {
        tell(NotificationKind.EDIT, QUESTION_EDIT, Cause.of(Cause.QUESTION_EDIT, question));
    }

    void answerEdited(long answer) throws SQLException {
        tell(NotificationKind.EDIT, ANSWER_EDIT, Cause.of(Cause.ANSWER_EDIT, answer));
    }

    /** A suggested edit waits. */
    void suggested(long suggestion) throws SQLException {
        tell(NotificationKind.SUGGESTION, SUGGESTION, Cause.of(Cause.SUGGESTION, suggestion));
    }

    /** A suggested edit was decided, so it does not wait for the author any longer. */
    void decided(long suggestion) throws SQLException {
        withdrawal.cause(Cause.of(Cause.SUGGESTION, suggestion));
        tell(NotificationKind.DECISION, DECISION, Cause.of(Cause.DECISION, suggestion));
    }

    /** An entry of the log concerns a member. */
    void concerned(long entry) throws SQLException {
        for (Personal told : jdbc.query(CONCERNED, row -> concerned(entry, row), entry)) {
            notifier.tell(told.fact, recipients.of(told.fact, List.of(told.member)));
        }
    }

    /** A post was decided that members reported. Nobody is named to them. */
    void reported(long item) throws SQLException {
        List<Personal> told = jdbc.query(REPORTERS, row -> reported(item, row), item);
        if (!told.isEmpty()) {
            Fact fact = told.get(0).fact;
            notifier.tell(
                    fact,
                    recipients.of(fact, told.stream().map(Personal::member).toList()));
        }
    }

    private static Personal reported(long item, ResultSet row) throws SQLException {
        Cause cause = Cause.of(Cause.REPORT + row.getString("outcome"), item);
        Instant at = Jdbc.instant(row, "decided_at");
        return new Personal(row.getLong("reporter_id"), new Fact(NotificationKind.MODERATION, 0, 0, cause, 0, at));
    }

    /** A member has earned a badge. */
    void badge(long award, long member) throws SQLException {
        Cause cause = Cause.of(Cause.BADGE, award);
        Fact fact = new Fact(NotificationKind.BADGE, 0, 0, cause, 0, clock.instant());
        notifier.tell(fact, recipients.of(fact, List.of(member)));
    }

    private static Personal concerned(long entry, ResultSet row) throws SQLException {
        Cause cause = Cause.of(Cause.ACT + row.getString("act"), entry);
        Instant at = Jdbc.instant(row, "acted_at");
        return new Personal(
                row.getLong("member_id"),
                new Fact(NotificationKind.MODERATION, 0, 0, cause, row.getLong("actor_id"), at));
    }

    /** Returns false if it is not true any longer. A change after the second look finds the notification, and withdraws it. */
    private boolean tell(NotificationKind kind, String sql, Cause cause) throws SQLException {
        Optional<Personal> found = find(kind, sql, cause);
        if (found.isPresent()) {
            Fact fact = found.get().fact;
            notifier.tell(fact, recipients.of(fact, List.of(found.get().member)));
            if (find(kind, sql, cause).isEmpty()) {
                withdrawal.cause(fact.cause());
            }
        }
        return found.isPresent();
    }

    private Optional<Personal> find(NotificationKind kind, String sql, Cause cause) throws SQLException {
        return jdbc.query(sql, row -> Personal.of(kind, cause, row), cause.id()).stream()
                .findFirst();
    }
}
