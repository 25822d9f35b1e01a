package askme.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Which mails are due and which were sent. */
@ApplicationScoped
class MailLog {

    static final String KIND = "new-answer";

    static final String DUE = """
            SELECT a.id, a.question_id, q.title, writer.nickname AS writer, a.body,
                   asker.id AS asker_id, asker.email, asker.nickname, asker.language
            FROM answer a
            JOIN question q ON q.id = a.question_id
            JOIN member writer ON writer.id = a.author_id
            JOIN member asker ON asker.id = q.author_id
            LEFT JOIN mail_sent s ON s.answer_id = a.id AND s.member_id = asker.id AND s.kind = :kind
            WHERE a.id = :answer AND asker.id <> writer.id AND asker.mail_answers AND s.answer_id IS NULL""";

    /** IGNORE: the row may be there from a delivery before, or the answer may be gone by now. */
    private static final String SENT = "INSERT IGNORE INTO mail_sent (answer_id, member_id, kind, message_id, sent_at)"
            + " VALUES (:answer, :member, :kind, :message, :now)";

    private final Session database;
    private final Clock clock;

    MailLog(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the question's author is to be told about the answer; empty where the answer is gone, their own, told
     * already, or such mail is not wanted.
     */
    @Transactional
    Optional<NewAnswer> due(long answer) {
        return database.createNativeQuery(DUE, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("writer", String.class)
                .addScalar("body", String.class)
                .addScalar("asker_id", Long.class)
                .addScalar("email", String.class)
                .addScalar("nickname", String.class)
                .addScalar("language", String.class)
                .setParameter("answer", answer)
                .setParameter("kind", KIND)
                .setTupleTransformer((row, names) -> due(row))
                .uniqueResultOptional();
    }

    /** Notes that the SMTP server took the mail. */
    @Transactional
    void sent(NewAnswer answer, String messageId) {
        database.createNativeMutationQuery(SENT)
                .setParameter("answer", answer.answerId())
                .setParameter("member", answer.recipient().memberId())
                .setParameter("kind", KIND)
                .setParameter("message", messageId)
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
    }

    private static NewAnswer due(Object[] row) {
        var recipient = new NewAnswer.Recipient((Long) row[5], (String) row[6], (String) row[7], (String) row[8]);
        return new NewAnswer(
                (Long) row[0], (Long) row[1], (String) row[2], (String) row[3], (String) row[4], recipient);
    }
}
