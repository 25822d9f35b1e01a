package askme.search.related;

import askme.answer.AnswerUndeleted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links of an answer that was undeleted. */
@ApplicationScoped
@JobHandler(name = "link-undeleted-answer", queue = Queues.DIGEST)
class LinkUndeletedAnswer implements Handler<AnswerUndeleted> {

    private final LinkedQuestions linked;

    LinkUndeletedAnswer(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<AnswerUndeleted> event() {
        return AnswerUndeleted.class;
    }

    @Override
    public void handle(AnswerUndeleted event, Job job) throws SQLException {
        linked.read(event.questionId(), event.answerId());
    }
}
