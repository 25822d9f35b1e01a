package askme.search.related;

import askme.answer.AnswerMoved;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links of an answer again that has moved to another question. */
@ApplicationScoped
@JobHandler(name = "link-moved-answer", queue = Queues.DIGEST)
class LinkMovedAnswer implements Handler<AnswerMoved> {

    private final LinkedQuestions linked;

    LinkMovedAnswer(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<AnswerMoved> event() {
        return AnswerMoved.class;
    }

    @Override
    public void handle(AnswerMoved event, Job job) throws SQLException {
        linked.move(event.answerId(), event.fromId());
    }
}
