package askme.question.listed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * Keeps the table {@code listed_question}, which the lists of active and of unanswered questions walk. Each method belongs to the
 * transaction of the change, which holds the lock of the question. It is the last that a transaction locks, so nobody who waits for
 * its rows holds a lock that this transaction needs.
 */
@ApplicationScoped
public class ListedQuestions {

    /** The value of {@code tag_id} in the lists of the whole site. */
    public static final long WHOLE_SITE = 0;

    private static final String ADD =
            "INSERT INTO listed_question (question_id, tag_id, active_at) VALUES (:id, :tag, :at)";

    private static final String TAG = "INSERT INTO listed_question (question_id, tag_id, active_at, good_answers)"
            + " SELECT l.question_id, t.id, l.active_at, l.good_answers FROM listed_question l JOIN tag t ON t.id IN (:tags)"
            + " WHERE l.question_id = :id AND l.tag_id = 0";

    private static final String UNTAG = "DELETE FROM listed_question WHERE question_id = :id AND tag_id IN (:tags)";

    private static final String MOVE_TAG =
            "INSERT IGNORE INTO listed_question (question_id, tag_id, active_at, good_answers)"
                    + " SELECT question_id, :into, active_at, good_answers FROM listed_question"
                    + " WHERE tag_id = :from AND question_id IN (:ids)";

    private static final String ACTIVE =
            "UPDATE listed_question SET active_at = :at WHERE question_id = :id AND active_at < :at";

    private static final String GOOD_ANSWERS =
            "UPDATE listed_question SET good_answers = good_answers + :delta WHERE question_id = :id";

    private final Session hibernate;

    ListedQuestions(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Lists a new question. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(long id, Instant askedAt, List<Long> tags) {
        hibernate
                .createNativeMutationQuery(ADD)
                .setParameter("id", id)
                .setParameter("tag", WHOLE_SITE)
                .setParameter("at", askedAt)
                .executeUpdate();
        changeTags(id, List.of(), tags);
    }

    /** Lists the question with other tags. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changeTags(long id, List<Long> before, List<Long> after) {
        tags(UNTAG, id, before);
        tags(TAG, id, after);
    }

    private void tags(String sql, long id, List<Long> tags) {
        if (!tags.isEmpty()) {
            hibernate
                    .createNativeMutationQuery(sql)
                    .setParameter("id", id)
                    .setParameterList("tags", tags)
                    .executeUpdate();
        }
    }

    /** Moves questions from one tag to another one. Some may have both. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveTag(List<Long> questions, long from, long into) {
        hibernate
                .createNativeMutationQuery(MOVE_TAG)
                .setParameterList("ids", questions)
                .setParameter("from", from)
                .setParameter("into", into)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery("DELETE FROM listed_question WHERE tag_id = :from AND question_id IN (:ids)")
                .setParameterList("ids", questions)
                .setParameter("from", from)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(long id) {
        hibernate
                .createNativeMutationQuery("DELETE FROM listed_question WHERE question_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The question was answered, edited or commented at {@code at}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void active(long id, Instant at) {
        hibernate
                .createNativeMutationQuery(ACTIVE)
                .setParameter("id", id)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The question has {@code delta} more answers that are accepted or have a positive rating. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addGoodAnswers(long id, int delta) {
        if (delta != 0) {
            hibernate
                    .createNativeMutationQuery(GOOD_ANSWERS)
                    .setParameter("id", id)
                    .setParameter("delta", delta)
                    .executeUpdate();
        }
    }
}
