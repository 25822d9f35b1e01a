package askme.review;

import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.database.Row;
import askme.held.HeldLinks;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.question.QuestionLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.Session;

/** Reads posts that can be reported and reviewed: one row by its primary key. */
@ApplicationScoped
class ReviewablePosts {

    static final String QUESTION =
            "SELECT q.id AS question_id, q.author_id, q.title, CONCAT(q.title, ' ', q.body) AS text"
                    + " FROM question q WHERE q.id = :id AND q.hidden = 0";

    static final String ANSWER = "SELECT a.question_id, a.author_id, q.title, a.body AS text"
            + " FROM answer a JOIN question q ON q.id = a.question_id WHERE a.id = :id AND a.hidden = 0 AND q.hidden = 0";

    static final String COMMENT = "SELECT c.question_id, c.author_id, q.title, c.body AS text FROM comment c"
            + " JOIN question q ON q.id = c.question_id LEFT JOIN answer a ON a.id = c.answer_id"
            + " WHERE c.id = :id AND q.hidden = 0 AND COALESCE(a.hidden, 0) = 0";

    private final Session hibernate;

    ReviewablePosts(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** A visible post, with the title of its question. */
    record Found(long question, long author, String title, String text) {

        private static Found of(Row row) {
            return new Found(row.id("question_id"), row.id("author_id"), row.text("title"), row.text("text"));
        }

        ReviewItems.ReviewedPost as(Target target) {
            return new ReviewItems.ReviewedPost(target, question, author);
        }
    }

    /** Empty if the post does not exist, or was deleted. */
    Optional<Found> find(Target post) {
        return hibernate
                .createNativeQuery(sql(post), Object[].class)
                .addScalar("question_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("text", String.class)
                .setParameter("id", post.id())
                .setTupleTransformer((values, names) -> Found.of(new Row(values, names)))
                .uniqueResultOptional();
    }

    private static String sql(Target post) {
        return switch (post.kind()) {
            case QUESTION -> QUESTION;
            case ANSWER -> ANSWER;
            case COMMENT -> COMMENT;
            default -> throw new IllegalArgumentException("no post: " + post);
        };
    }

    /** The address at which readers see the post. */
    static String address(Target post) {
        return switch (post.kind()) {
            case QUESTION -> QuestionLinks.question(post.id());
            case ANSWER -> AnswerLinks.answer(post.id());
            case COMMENT -> CommentLinks.comment(post.id());
            case HELD -> HeldLinks.heldPost(post.id());
            default -> null;
        };
    }
}
