package askme.search.related;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.QuestionEdited;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Computes the related questions of a question that was edited. */
@ApplicationScoped
@JobHandler(name = "relate-edited-question", queue = Queues.DIGEST)
class RelateEditedQuestion implements Handler<QuestionEdited> {

    private final RelatedQuestions related;

    RelateEditedQuestion(RelatedQuestions related) {
        this.related = related;
    }

    @Override
    public Class<QuestionEdited> event() {
        return QuestionEdited.class;
    }

    @Override
    public void handle(QuestionEdited event, Job job) throws SQLException {
        related.relate(event.questionId());
    }
}
