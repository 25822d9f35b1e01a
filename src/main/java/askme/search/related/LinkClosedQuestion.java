package askme.search.related;

import askme.closing.QuestionClosed;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Links a question that was closed as a duplicate with the other one. */
@ApplicationScoped
@JobHandler(name = "link-closed-question", queue = Queues.DIGEST)
class LinkClosedQuestion implements Handler<QuestionClosed> {

    private final LinkedQuestions linked;

    LinkClosedQuestion(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<QuestionClosed> event() {
        return QuestionClosed.class;
    }

    @Override
    public void handle(QuestionClosed event, Job job) throws SQLException {
        linked.readDuplicate(event.questionId());
    }
}
