package askme.search.related;

import askme.closing.QuestionReopened;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Removes the link between a duplicate that was reopened and the other question. */
@ApplicationScoped
@JobHandler(name = "link-reopened-question", queue = Queues.DIGEST)
class LinkReopenedQuestion implements Handler<QuestionReopened> {

    private final LinkedQuestions linked;

    LinkReopenedQuestion(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<QuestionReopened> event() {
        return QuestionReopened.class;
    }

    @Override
    public void handle(QuestionReopened event, Job job) throws SQLException {
        linked.readDuplicate(event.questionId());
    }
}
