package askme.comment;

import askme.question.QuestionLinks;
import askme.web.LocalPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The pages that show a comment. */
@ApplicationScoped
class CommentPlaces {

    private final CommentQueries queries;

    CommentPlaces(CommentQueries queries) {
        this.queries = queries;
    }

    /** The page that shows comment {@code id}: that of the question, or that of all comments of its post. 404 if it does not exist. */
    String of(long id) {
        CommentedPost post = Comment.postOf(id);
        String anchor = "#comment-" + id;
        return post.answerId() == null && isShown(id, post)
                ? QuestionLinks.question(post.questionId()) + anchor
                : CommentLinks.commentsAfter(post, id - 1) + anchor;
    }

    private boolean isShown(long id, CommentedPost post) {
        return queries.shown(Map.of(post, 1), 0).get(post).shown().stream().anyMatch(comment -> comment.id() == id);
    }

    /** The page of the post itself. */
    String of(CommentedPost post) {
        return post.answerId() == null
                ? QuestionLinks.question(post.questionId())
                : LocalPath.with("/answer/{id}/", post.answerId());
    }
}
