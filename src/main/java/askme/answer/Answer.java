package askme.answer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer to a question. */
@Entity
public class Answer extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "question_id", updatable = false)
    public long questionId;

    @Column(name = "author_id", updatable = false)
    public long authorId;

    /** Markdown as typed. */
    @Column(columnDefinition = "mediumtext")
    public String body;

    @Column(name = "answered_at", updatable = false)
    public Instant answeredAt;

    /** When it was last edited, or null. */
    @Column(name = "edited_at")
    public Instant editedAt;

    /** The id of the last editor; null if it was never edited, or before the site stored editors. */
    @Column(name = "edited_by")
    public Long editedBy;

    /** The number of its last revision, 0 if it has none. */
    public int revision;

    @Column(updatable = false)
    public int rating;

    /** Whether the question's author accepted it; at most one answer of a question is accepted. */
    @Column(updatable = false)
    public boolean accepted;

    /** The answer with this id; 404 if it does not exist. */
    public static Answer require(long id) {
        return Answer.<Answer>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /**
     * The question of answer {@code id}; 404 if the answer does not exist. The answer is not loaded: an entity that is loaded
     * before its row is locked keeps the old values.
     */
    static long questionOf(long id) {
        return find("select a.questionId from Answer a where a.id = ?1", id)
                .project(Long.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last answer of {@code author}, if it is the same one and was posted after {@code since}: a form sent twice. */
    static Optional<Answer> findDuplicate(long question, String body, long author, Instant since) {
        return Answer.<Answer>find("authorId = ?1 order by id desc", author)
                .firstResultOptional()
                .filter(last ->
                        last.questionId == question && last.answeredAt.isAfter(since) && last.body.equals(body));
    }

    /** Locks the row until the transaction ends. 404 if the answer does not exist. */
    static Answer lockById(long id) {
        // Native SQL: Hibernate's lock for MySQL (FOR UPDATE OF) is a syntax error in MariaDB.
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT * FROM answer WHERE id = ?1 FOR UPDATE", Answer.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Answer.class::cast).findFirst().orElseThrow(NotFoundException::new);
    }

    /** Changes the rating of the answer and of its author by {@code delta}. */
    static void addRating(long id, int delta) {
        getEntityManager()
                .createNativeQuery("""
                        UPDATE answer a JOIN member m ON m.id = a.author_id
                        SET a.rating = a.rating + ?1, m.rating = m.rating + ?1
                        WHERE a.id = ?2""")
                .setParameter(1, delta)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Whether this answer keeps its question from the list of unanswered questions. */
    boolean isGood() {
        return isGood(accepted, rating);
    }

    static boolean isGood(boolean accepted, int rating) {
        return accepted || rating > 0;
    }

    /** Sets or removes the accepted mark. */
    static void mark(long id, boolean accepted) {
        update("accepted = ?1 where id = ?2", accepted, id);
    }
}
