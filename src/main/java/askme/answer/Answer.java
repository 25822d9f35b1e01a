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

    @Column(updatable = false)
    public int rating;

    /** Whether the question's author marked it; of a question's answers one at most. */
    @Column(updatable = false)
    public boolean accepted;

    /** The answer of that id; 404 where there is none. */
    public static Answer existing(long id) {
        return Answer.<Answer>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /**
     * The question that answer {@code id} is to, without loading the answer: an entity loaded before its row is locked
     * keeps what it read then. 404 where there is none.
     */
    static long questionOf(long id) {
        return find("select a.questionId from Answer a where a.id = ?1", id)
                .project(Long.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The answer that {@code author} gave last, if it is this one again: a form that was sent twice. */
    static Optional<Answer> again(long question, String body, long author, Instant since) {
        return Answer.<Answer>find("authorId = ?1 order by id desc", author)
                .firstResultOptional()
                .filter(last ->
                        last.questionId == question && last.answeredAt.isAfter(since) && last.body.equals(body));
    }

    /** Locks the row until the transaction ends. 404 where there is none. */
    static Answer locked(long id) {
        // Written out: what Hibernate makes for MySQL (FOR UPDATE OF) is no SQL to MariaDB.
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT * FROM answer WHERE id = ?1 FOR UPDATE", Answer.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Answer.class::cast).findFirst().orElseThrow(NotFoundException::new);
    }

    static void addRating(long id, int delta) {
        update("rating = rating + ?1 where id = ?2", delta, id);
    }

    static void mark(long id, boolean accepted) {
        update("accepted = ?1 where id = ?2", accepted, id);
    }
}
