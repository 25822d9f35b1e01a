package askme.discussion;

import askme.answer.AnswerPurge;
import askme.answer.AnswersOfDeleted;
import askme.database.NewTransaction;
import askme.deletion.Deletion;
import askme.deletion.Deletions;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.question.QuestionDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/** Removes a deleted post for good, in transactions of bounded size. After a crash, the next run continues. */
@ApplicationScoped
class PostPurge {

    private final QuestionDeletion questions;
    private final AnswersOfDeleted following;
    private final AnswerPurge answers;
    private final Deletions deletions;
    private final ModerationLog log;

    PostPurge(
            QuestionDeletion questions,
            AnswersOfDeleted following,
            AnswerPurge answers,
            Deletions deletions,
            ModerationLog log) {
        this.questions = questions;
        this.following = following;
        this.answers = answers;
        this.deletions = deletions;
        this.log = log;
    }

    /** Removes the post, if nobody else has removed or undeleted it. */
    void purge(Deletion post) {
        try {
            if (post.answerId() == Deletions.QUESTION) {
                answersOf(post.questionId());
                NewTransaction.run(() -> {
                    questions.purge(post.questionId());
                    log(Target.question(post.questionId()));
                });
            } else {
                NewTransaction.run(() -> {
                    answers.purge(post.questionId(), post.answerId());
                    log(Target.answer(post.answerId()));
                });
            }
        } catch (NotFoundException nothingToRemove) {
            deletions.forget(post);
        }
    }

    /** Removes a question with its answers, and returns its author's id. 404 if it is not deleted. */
    long question(long id) {
        answersOf(id);
        return questions.purge(id);
    }

    private void answersOf(long id) {
        following.follow(id); // so that no counter counts an answer that is removed
        while (answers.purgeSome(id)) {
            // One transaction after the other, so that the locks are short.
        }
    }

    /** Nobody did it, and its author is not notified: the deletion was long ago. */
    private void log(Target target) {
        log.record(0, Act.PURGE, target, 0, "");
    }
}
