package askme.answer;

import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.question.Question;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Turns an answer into a comment of the same author. */
@ApplicationScoped
public class AnswerConversion {

    private final Comments comments;
    private final AnswerDeletion deletion;
    private final ModerationLog log;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

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
     * @param body of the answer from which {@code text} was made; 409 if it has changed since
     * @param text of the comment
     */
    @Transactional
    public long convert(long id, CommentedPost to, String body, String text, MemberRef moderator, Rights rights) {
        Question question = Question.lockById(to.questionId());
        Answer answer = Answer.lockById(id, question.id);
        Rights.require(rights.mayConvert());
        if (!answer.body.equals(body)) {
            throw new ProblemException(409, "edited", messages.get().edited_before());
        }
        comments.moveAll(CommentedPost.answer(question.id, id), to);
        long comment = comments.add(to, text, answer.authorId);
        deletion.delete(id, moderator, rights);
        log.record(moderator.id(), Act.CONVERT, Target.answer(id), answer.authorId, "");
        return comment;
    }
}
