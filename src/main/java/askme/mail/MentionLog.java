package askme.mail;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Which mails about mentions are due, and which were sent. */
@ApplicationScoped
class MentionLog {

    static final String DUE = """
            SELECT c.id, c.question_id, q.title, writer.nickname AS writer, c.body,
                   m.id AS member_id, m.email, m.nickname, m.language
            FROM comment_mention t
            JOIN comment c ON c.id = t.comment_id
            JOIN question q ON q.id = c.question_id AND q.hidden = 0
            LEFT JOIN answer a ON a.id = c.answer_id
            JOIN member writer ON writer.id = c.author_id
            JOIN member m ON m.id = t.member_id
            WHERE t.comment_id = :comment AND t.member_id = :member AND t.mailed_at IS NULL
            AND m.mail_answers AND NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1)) AND COALESCE(a.hidden, 0) = 0""";

    private static final String SENT =
            "UPDATE comment_mention SET mailed_at = :now WHERE comment_id = :comment AND member_id = :member";

    private final Session hibernate;
    private final Clock clock;

    MentionLog(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** The mail that the member must still receive. Empty if the comment was deleted, or if the member turned such mail off. */
    @Transactional
    Optional<NewMention> due(long comment, long member) {
        return hibernate
                .createNativeQuery(DUE, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("writer", String.class)
                .addScalar("body", String.class)
                .addScalar("member_id", Long.class)
                .addScalar("email", String.class)
                .addScalar("nickname", String.class)
                .addScalar("language", String.class)
                .setParameter("comment", comment)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> due(new Row(values, names)))
                .uniqueResultOptional();
    }

    /** Records that the SMTP server accepted the mail. */
    @Transactional
    void sent(NewMention mention) {
        hibernate
                .createNativeMutationQuery(SENT)
                .setParameter("now", Instant.now(clock))
                .setParameter("comment", mention.commentId())
                .setParameter("member", mention.recipient().memberId())
                .executeUpdate();
    }

    private static NewMention due(Row row) {
        return new NewMention(
                row.id("id"),
                row.id("question_id"),
                row.text("title"),
                row.text("writer"),
                row.text("body"),
                Recipient.of(row));
    }
}
