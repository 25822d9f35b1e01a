package askme.search.related;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.QuestionEdited;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links in the text of a question that was edited. */
@ApplicationScoped
@JobHandler(name = "link-edited-question", queue = Queues.DIGEST)
class LinkEditedQuestion implements Handler<QuestionEdited> {

    private final LinkedQuestions linked;

    LinkEditedQuestion(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<QuestionEdited> event() {
        return QuestionEdited.class;
    }

    @Override
    public void handle(QuestionEdited event, Job job) throws SQLException {
        linked.read(event.questionId(), LinkedQuestions.QUESTION);
    }
}
