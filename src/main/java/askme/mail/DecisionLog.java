package askme.mail;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Which mails about decisions on suggested edits are due, and which were sent. */
@ApplicationScoped
class DecisionLog {

    static final String DUE = """
            SELECT s.id, s.question_id, q.title, decider.nickname AS decider, s.state, s.decision_reason,
                   m.id AS member_id, m.email, m.nickname, m.language
            FROM edit_suggestion s
            JOIN question q ON q.id = s.question_id AND q.hidden = 0
            LEFT JOIN answer a ON a.id = s.answer_id
            JOIN member decider ON decider.id = s.decided_by
            JOIN member m ON m.id = s.proposer_id
            WHERE s.id = :suggestion AND s.state <> 'waiting' AND s.mailed_at IS NULL
            AND m.mail_answers AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1)) AND COALESCE(a.hidden, 0) = 0""";

    private static final String SENT = "UPDATE edit_suggestion SET mailed_at = :now WHERE id = :suggestion";

    private final Session hibernate;
    private final Clock clock;

    DecisionLog(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** The mail that the proposer must still receive. Empty if the post was deleted, or if the member turned such mail off. */
    @Transactional
    Optional<NewDecision> due(long suggestion) {
        return hibernate
                .createNativeQuery(DUE, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("decider", String.class)
                .addScalar("state", String.class)
                .addScalar("decision_reason", String.class)
                .addScalar("member_id", Long.class)
                .addScalar("email", String.class)
                .addScalar("nickname", String.class)
                .addScalar("language", String.class)
                .setParameter("suggestion", suggestion)
                .setTupleTransformer((values, names) -> due(new Row(values, names)))
                .uniqueResultOptional();
    }

    /** Records that the SMTP server accepted the mail. */
    @Transactional
    void sent(NewDecision decision) {
        hibernate
                .createNativeMutationQuery(SENT)
                .setParameter("now", Instant.now(clock))
                .setParameter("suggestion", decision.suggestionId())
                .executeUpdate();
    }

    private static NewDecision due(Row row) {
        return new NewDecision(
                row.id("id"),
                row.id("question_id"),
                row.text("title"),
                row.text("decider"),
                row.text("state"),
                row.text("decision_reason"),
                Recipient.of(row));
    }
}
