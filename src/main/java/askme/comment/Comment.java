package askme.comment;

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

/** A comment under a question or an answer. */
@Entity
public class Comment extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "question_id", updatable = false)
    public long questionId;

    /** Null for a comment under the question itself. */
    @Column(name = "answer_id", updatable = false)
    public Long answerId;

    @Column(name = "author_id", updatable = false)
    public long authorId;

    /** Inline Markdown as typed, one line. */
    @Column(columnDefinition = "text")
    public String body;

    /** How many members found it helpful. */
    @Column(updatable = false)
    public int rating;

    @Column(name = "posted_at", updatable = false)
    public Instant postedAt;

    /** When it was last edited, or null. */
    @Column(name = "edited_at")
    public Instant editedAt;

    /** A comment of a deleted post is not visible. The entities of posts are in packages above this one. */
    private static final String ON_VISIBLE =
            " and exists (select q.id from Question q where q.id = c.questionId and q.hidden = false)"
                    + " and (c.answerId is null or exists (select a.id from Answer a where a.id = c.answerId and a.hidden = 0))";

    /** The comment with this id; 404 if it does not exist, or if its post was deleted. */
    static Comment require(long id) {
        return Comment.<Comment>find("from Comment c where c.id = ?1" + ON_VISIBLE, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The post of comment {@code id}; 404 like {@link #require}. The comment is not loaded, see {@code Answer.questionOf}. */
    static CommentedPost postOf(long id) {
        return find("select c.questionId, c.answerId from Comment c where c.id = ?1" + ON_VISIBLE, id)
                .project(CommentedPost.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Locks the row until the transaction ends. 404 if it does not exist. */
    static Comment lockById(long id) {
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT * FROM comment WHERE id = ?1 FOR UPDATE", Comment.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Comment.class::cast).findFirst().orElseThrow(NotFoundException::new);
    }

    /** The last comment of {@code author}, if it is the same one and was posted after {@code since}: a form sent twice. */
    static Optional<Comment> findDuplicate(CommentedPost post, String body, long author, Instant since) {
        return Comment.<Comment>find("authorId = ?1 order by id desc", author)
                .firstResultOptional()
                .filter(last -> last.postedAt.isAfter(since) && last.post().equals(post) && last.body.equals(body));
    }

    CommentedPost post() {
        return new CommentedPost(questionId, answerId);
    }
}
