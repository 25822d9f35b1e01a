package askme.comment;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of comments. */
@TemplateExtension(namespace = "to", priority = 10)
public final class CommentLinks {

    static final String OF_QUESTION = "/question/{id}/comments";
    static final String OF_ANSWER = "/answer/{id}/comments";
    static final String COMMENT = "/comment/{id}";
    static final String EDIT = COMMENT + "/edit";
    static final String DELETE = COMMENT + "/delete";
    static final String UNDELETE = COMMENT + "/undelete";
    static final String VOTE = COMMENT + "/vote";

    public static final String TO_ANSWER = COMMENT + "/answer";
    static final String SUGGESTIONS = "/members/suggestions";

    private CommentLinks() {}

    /** All comments of the post, and the URL to which a new one is posted. */
    static String comments(CommentedPost post) {
        return post.answerId() == null
                ? LocalPath.with(OF_QUESTION, post.questionId())
                : LocalPath.with(OF_ANSWER, post.answerId());
    }

    /** The comments of the post after comment {@code id}. */
    static String commentsAfter(CommentedPost post, long id) {
        return comments(post) + "/?after=" + id;
    }

    /** A URL that redirects to the place of the comment. */
    public static String comment(long id) {
        return LocalPath.with(COMMENT, id) + "/";
    }

    static String mentionSuggestions() {
        return SUGGESTIONS;
    }

    static String editComment(long id) {
        return LocalPath.with(EDIT, id);
    }

    static String deleteComment(long id) {
        return LocalPath.with(DELETE, id);
    }

    public static String undeleteComment(long id) {
        return LocalPath.with(UNDELETE, id);
    }

    static String commentToAnswer(long id) {
        return LocalPath.with(TO_ANSWER, id);
    }

    static String voteComment(long id) {
        return LocalPath.with(VOTE, id);
    }
}
