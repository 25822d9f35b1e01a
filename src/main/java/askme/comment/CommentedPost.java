package askme.comment;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The post that a comment is under.
 *
 * @param answerId null for the question itself
 */
@TemplateData
@RegisterForReflection // Hibernate makes it from a row.
public record CommentedPost(long questionId, Long answerId) {

    /** The question itself. */
    public static CommentedPost question(long id) {
        return new CommentedPost(id, null);
    }

    /** An answer of the question. */
    public static CommentedPost answer(long question, long id) {
        return new CommentedPost(question, id);
    }

    /** The id of the post's element on the page of the question, such as {@code answer-7}. */
    public String anchor() {
        return answerId == null ? "question-" + questionId : "answer-" + answerId;
    }
}
