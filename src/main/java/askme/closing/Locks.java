package askme.closing;

import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;

/**
 * Locks posts against edits, comments, votes and new answers, and unlocks them. The use cases of the posts check it under the lock of
 * the row. The lock of a question does not lock its answers.
 */
@ApplicationScoped
class Locks {

    private static final String PUT_QUESTION = """
            INSERT INTO question_lock (question_id, locked_by, locked_at, reason) VALUES (:id, :by, :at, :reason)
            ON DUPLICATE KEY UPDATE locked_by = VALUES(locked_by), locked_at = VALUES(locked_at), reason = VALUES(reason)""";

    private static final String PUT_ANSWER = PUT_QUESTION.replace("question", "answer");

    private static final String LOCK_ANSWER =
            "SELECT author_id FROM answer WHERE id = :id AND question_id = :question AND hidden = 0 FOR UPDATE";

    private final PageChanges changes;
    private final ModerationLog log;
    private final Session hibernate;
    private final Clock clock;

    Locks(PageChanges changes, ModerationLog log, Session hibernate, Clock clock) {
        this.changes = changes;
        this.log = log;
        this.hibernate = hibernate;
        this.clock = clock;
    }

    @Transactional
    void lockQuestion(long id, String reason, MemberRef member, Rights rights) {
        Rights.require(rights.mayLock());
        Question question = Question.lockById(id);
        put(PUT_QUESTION, id, reason, member);
        changes.state(new QuestionLockChanged(id), question.stepTo(true));
        log.record(member.id(), Act.LOCK, Target.question(id), question.authorId, reason);
    }

    @Transactional
    void unlockQuestion(long id, MemberRef member, Rights rights) {
        Rights.require(rights.mayLock());
        Question question = Question.lockById(id);
        if (question.locked) {
            change("DELETE FROM question_lock WHERE question_id = :id", id);
            changes.state(new QuestionLockChanged(id), question.stepTo(false));
            log.record(member.id(), Act.UNLOCK, Target.question(id), question.authorId, "");
        }
    }

    /** @param question of the answer, read before this transaction; 404 if the answer has moved since */
    @Transactional
    void lockAnswer(long id, long question, String reason, MemberRef member, Rights rights) {
        Rights.require(rights.mayLock());
        changes.record(new AnswerLockChanged(id, question));
        long author = author(id, question);
        put(PUT_ANSWER, id, reason, member);
        change("UPDATE answer SET locked = 1 WHERE id = :id", id);
        log.record(member.id(), Act.LOCK, Target.answer(id), author, reason);
    }

    /** @param question of the answer, read before this transaction; 404 if the answer has moved since */
    @Transactional
    void unlockAnswer(long id, long question, MemberRef member, Rights rights) {
        Rights.require(rights.mayLock());
        changes.record(new AnswerLockChanged(id, question));
        long author = author(id, question);
        if (change("DELETE FROM answer_lock WHERE answer_id = :id", id) == 1) {
            change("UPDATE answer SET locked = 0 WHERE id = :id", id);
            log.record(member.id(), Act.UNLOCK, Target.answer(id), author, "");
        }
    }

    private long author(long id, long question) {
        return hibernate
                .createNativeQuery(LOCK_ANSWER, Long.class)
                .addScalar("author_id", Long.class)
                .setParameter("id", id)
                .setParameter("question", question)
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    private void put(String sql, long id, String reason, MemberRef member) {
        hibernate
                .createNativeMutationQuery(sql)
                .setParameter("id", id)
                .setParameter("by", member.id())
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .setParameter("reason", reason)
                .executeUpdate();
    }

    private int change(String sql, long id) {
        return hibernate.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
    }
}
