package askme.deletion;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The table of deleted posts, with the moment and the member of each deletion. The packages of the posts hide the posts themselves. */
@ApplicationScoped
public class Deletions {

    /** Instead of the id of an answer: the question itself. */
    public static final long QUESTION = 0;

    /** The most deleted answers that the page of a question shows. */
    public static final int SHOWN = 20;

    private static final String SELECT = "SELECT d.question_id, d.answer_id, d.author_id, d.deleted_at, d.deleted_by,"
            + " m.nickname FROM deleted_post d LEFT JOIN member m ON m.id = d.deleted_by ";

    private static final String ONE = SELECT + "WHERE d.question_id = :question AND d.answer_id = :answer";

    public static final String ANSWERS = SELECT.replace("deleted_post d", "deleted_post d FORCE INDEX (PRIMARY)")
            + "WHERE d.question_id = :question AND d.answer_id > 0 ORDER BY d.answer_id DESC LIMIT " + SHOWN;

    public static final String ANSWERS_OF_AUTHOR =
            SELECT.replace("deleted_post d", "deleted_post d FORCE INDEX (deleted_post_of_author)")
                    + "WHERE d.question_id = :question AND d.author_id = :author AND d.answer_id > 0"
                    + " ORDER BY d.answer_id DESC LIMIT " + SHOWN;

    public static final String OLD = SELECT.replace("deleted_post d", "deleted_post d FORCE INDEX (deleted_post_age)")
            + "WHERE d.deleted_at < :before ORDER BY d.deleted_at LIMIT :size";

    private static final String ADD =
            "INSERT INTO deleted_post (question_id, answer_id, author_id, deleted_at, deleted_by)"
                    + " VALUES (:question, :answer, :author, :at, :by)"
                    + " ON DUPLICATE KEY UPDATE deleted_at = VALUES(deleted_at), deleted_by = VALUES(deleted_by)";

    private static final String REMOVE =
            "DELETE FROM deleted_post WHERE question_id = :question AND answer_id = :answer";

    private final Session hibernate;
    private final Clock clock;

    Deletions(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** Records that {@code member} deleted the post. The caller's transaction has locked and hidden it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(long question, long answer, long author, long member) {
        hibernate
                .createNativeMutationQuery(ADD)
                .setParameter("question", question)
                .setParameter("answer", answer)
                .setParameter("author", author)
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .setParameter("by", member)
                .executeUpdate();
    }

    /** Removes the row of a deletion, because the post was undeleted or purged. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(long question, long answer) {
        hibernate
                .createNativeMutationQuery(REMOVE)
                .setParameter("question", question)
                .setParameter("answer", answer)
                .executeUpdate();
    }

    /** Removes a row whose post is not deleted any longer, unless it was deleted again. */
    @Transactional
    public void forget(Deletion deletion) {
        hibernate
                .createNativeMutationQuery(REMOVE + " AND deleted_at = :at")
                .setParameter("question", deletion.questionId())
                .setParameter("answer", deletion.answerId())
                .setParameter("at", deletion.at())
                .executeUpdate();
    }

    /** Removes the rows of a question and of its answers, because all of them were purged. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(long question) {
        hibernate
                .createNativeMutationQuery("DELETE FROM deleted_post WHERE question_id = :question")
                .setParameter("question", question)
                .executeUpdate();
    }

    /** The deletion of a post; empty if it is not deleted. */
    public Optional<Deletion> find(long question, long answer) {
        return rows(ONE)
                .setParameter("question", question)
                .setParameter("answer", answer)
                .uniqueResultOptional();
    }

    /** The last deleted answers of a question. */
    public List<Deletion> answersOf(long question) {
        return rows(ANSWERS).setParameter("question", question).list();
    }

    /** The last of them whose author is {@code author}. */
    public List<Deletion> answersOf(long question, long author) {
        return rows(ANSWERS_OF_AUTHOR)
                .setParameter("question", question)
                .setParameter("author", author)
                .list();
    }

    /** At most {@code most} posts that were deleted longer than {@code age} ago, the oldest deletion first. */
    public List<Deletion> olderThan(Duration age, int most) {
        return rows(OLD)
                .setParameter("before", Instant.now(clock).minus(age))
                .setParameter("size", most)
                .list();
    }

    private NativeQuery<Deletion> rows(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("deleted_at", Instant.class)
                .addScalar("deleted_by", Long.class)
                .addScalar("nickname", String.class)
                .setTupleTransformer((values, names) -> Deletion.of(new Row(values, names)));
    }
}
