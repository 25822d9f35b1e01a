package askme.answer;

import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.question.Question;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Turns an answer into a comment of the same author. */
@ApplicationScoped
public class AnswerConversion {

    private final Comments comments;
    private final AnswerDeletion deletion;
    private final ModerationLog log;

    AnswerConversion(Comments comments, AnswerDeletion deletion, ModerationLog log) {
        this.comments = comments;
        this.deletion = deletion;
        this.log = log;
    }

    /**
     * Posts the text as a comment, moves the answer's comments to the same post, and deletes the answer, in one transaction. Its votes
     * stay with the deleted answer and count no longer. Returns the id of the comment. 404 if the answer or the post does not exist.
     *
     * @param to another post of the same question
     * @param text of the comment; the answer has not changed since
     */
    @Transactional
    public long convert(long id, CommentedPost to, String text, MemberRef moderator, Rights rights) {
        Question question = Question.lockById(to.questionId());
        Answer answer = Answer.lockById(id, question.id);
        Rights.require(rights.mayConvert());
        comments.moveAll(CommentedPost.answer(question.id, id), to);
        long comment = comments.add(to, text, answer.authorId);
        deletion.delete(id, moderator, rights);
        log.record(moderator.id(), Act.CONVERT, Target.answer(id), answer.authorId, "");
        return comment;
    }
}
