package askme.search.related;

import askme.answer.AnswerPosted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links in the text of a new answer. */
@ApplicationScoped
@JobHandler(name = "link-posted-answer", queue = Queues.DIGEST)
class LinkPostedAnswer implements Handler<AnswerPosted> {

    private final LinkedQuestions linked;

    LinkPostedAnswer(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<AnswerPosted> event() {
        return AnswerPosted.class;
    }

    @Override
    public void handle(AnswerPosted event, Job job) throws SQLException {
        linked.read(event.questionId(), event.answerId());
    }
}
