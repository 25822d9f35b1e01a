package askme.answer;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.QuestionDeleted;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the answers of a question follow that was deleted, if the request did not come to the last one. */
@ApplicationScoped
@JobHandler(name = "follow-deleted-question", queue = Queues.DIGEST)
class FollowDeletedQuestion implements Handler<QuestionDeleted> {

    private final AnswersOfDeleted answers;

    FollowDeletedQuestion(AnswersOfDeleted answers) {
        this.answers = answers;
    }

    @Override
    public Class<QuestionDeleted> event() {
        return QuestionDeleted.class;
    }

    @Override
    public void handle(QuestionDeleted event, Job job) {
        answers.follow(event.questionId());
    }
}
