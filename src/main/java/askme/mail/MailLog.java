package askme.mail;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Which mails are due, and which were sent. */
@ApplicationScoped
class MailLog {

    static final String KIND = "new-answer";

    static final String DUE = """
            SELECT a.id, a.question_id, q.title, writer.nickname AS writer, a.body,
                   asker.id AS member_id, asker.email, asker.nickname, asker.language
            FROM answer a
            JOIN question q ON q.id = a.question_id
            JOIN member writer ON writer.id = a.author_id
            JOIN member asker ON asker.id = q.author_id
            LEFT JOIN mail_sent s ON s.answer_id = a.id AND s.member_id = asker.id AND s.kind = :kind
            LEFT JOIN mail_waiting w ON w.answer_id = a.id AND w.member_id = asker.id
            LEFT JOIN question_follow f ON f.question_id = q.id AND f.member_id = asker.id
            WHERE a.id = :answer AND a.hidden = 0 AND q.hidden = 0 AND asker.id <> writer.id AND asker.mail_answers AND s.answer_id IS NULL
            AND w.answer_id IS NULL AND NOT (asker.suspended AND COALESCE(asker.suspended_until > UTC_TIMESTAMP(6), 1)) AND COALESCE(f.muted, 0) = 0""";

    /** IGNORE: an earlier delivery may have written the row, or the answer may be deleted by now. */
    static final String SENT = "INSERT IGNORE INTO mail_sent (answer_id, member_id, kind, message_id, sent_at)"
            + " VALUES (:answer, :member, :kind, :message, :now)";

    private final Session hibernate;
    private final Clock clock;

    MailLog(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /**
     * The mail that the question's author must still receive about the answer. Empty if the answer was deleted, if the
     * author wrote it or is suspended, if the mail was sent or waits ({@link MailAllowance}), or if the author turned such mail off or mutes
     * the question.
     */
    @Transactional
    Optional<NewAnswer> due(long answer) {
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
                .setParameter("answer", answer)
                .setParameter("kind", KIND)
                .setTupleTransformer((values, names) -> due(new Row(values, names)))
                .uniqueResultOptional();
    }

    /** Records that the SMTP server accepted the mail. */
    @Transactional
    void sent(NewAnswer answer, String messageId) {
        hibernate
                .createNativeMutationQuery(SENT)
                .setParameter("answer", answer.answerId())
                .setParameter("member", answer.recipient().memberId())
                .setParameter("kind", KIND)
                .setParameter("message", messageId)
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
    }

    private static NewAnswer due(Row row) {
        return new NewAnswer(
                row.id("id"),
                row.id("question_id"),
                row.text("title"),
                row.text("writer"),
                row.text("body"),
                Recipient.of(row));
    }
}
