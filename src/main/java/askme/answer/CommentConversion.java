package askme.answer;

import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Turns a comment into an answer of the same author. */
@ApplicationScoped
class CommentConversion {

    private final Comments comments;
    private final Answers answers;

    CommentConversion(Comments comments, Answers answers) {
        this.comments = comments;
        this.answers = answers;
    }

    /**
     * Deletes the comment and posts its text as an answer, in one transaction. 404 if the comment was deleted.
     *
     * @param post of the comment, read before this transaction, see {@link Answers#vote}
     */
    @Transactional
    Answer convert(long comment, CommentedPost post) {
        Question.lockById(post.questionId());
        Comments.Taken taken = comments.take(comment);
        return answers.add(post.questionId(), taken.text(), taken.author());
    }
}
