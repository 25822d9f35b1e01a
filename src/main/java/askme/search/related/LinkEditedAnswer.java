package askme.search.related;

import askme.answer.AnswerEdited;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links in the text of an answer that was edited. */
@ApplicationScoped
@JobHandler(name = "link-edited-answer", queue = Queues.DIGEST)
class LinkEditedAnswer implements Handler<AnswerEdited> {

    private final LinkedQuestions linked;

    LinkEditedAnswer(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<AnswerEdited> event() {
        return AnswerEdited.class;
    }

    @Override
    public void handle(AnswerEdited event, Job job) throws SQLException {
        linked.read(event.questionId(), event.answerId());
    }
}
