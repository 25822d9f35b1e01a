package askme.search.related;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.QuestionAsked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Computes the related questions of a question that was asked. */
@ApplicationScoped
@JobHandler(name = "relate-asked-question", queue = Queues.DIGEST)
class RelateAskedQuestion implements Handler<QuestionAsked> {

    private final RelatedQuestions related;

    RelateAskedQuestion(RelatedQuestions related) {
        this.related = related;
    }

    @Override
    public Class<QuestionAsked> event() {
        return QuestionAsked.class;
    }

    @Override
    public void handle(QuestionAsked event, Job job) throws SQLException {
        related.relate(event.questionId());
    }
}
