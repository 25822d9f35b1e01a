package askme.answer;

import askme.deletion.QuestionUndeleted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the answers of a question follow that was undeleted, if the request did not come to the last one. */
@ApplicationScoped
@JobHandler(name = "follow-undeleted-question", queue = Queues.DIGEST)
class FollowUndeletedQuestion implements Handler<QuestionUndeleted> {

    private final AnswersOfDeleted answers;

    FollowUndeletedQuestion(AnswersOfDeleted answers) {
        this.answers = answers;
    }

    @Override
    public Class<QuestionUndeleted> event() {
        return QuestionUndeleted.class;
    }

    @Override
    public void handle(QuestionUndeleted event, Job job) {
        answers.follow(event.questionId());
    }
}
