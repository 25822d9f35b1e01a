package askme.search.related;

import askme.answer.AnswerDeleted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Removes the links of an answer that was deleted. */
@ApplicationScoped
@JobHandler(name = "link-deleted-answer", queue = Queues.DIGEST)
class LinkDeletedAnswer implements Handler<AnswerDeleted> {

    private final LinkedQuestions linked;

    LinkDeletedAnswer(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<AnswerDeleted> event() {
        return AnswerDeleted.class;
    }

    @Override
    public void handle(AnswerDeleted event, Job job) throws SQLException {
        linked.read(event.questionId(), event.answerId());
    }
}
