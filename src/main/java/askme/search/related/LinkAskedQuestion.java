package askme.search.related;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.question.QuestionAsked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Reads the links in the text of a question that was asked. */
@ApplicationScoped
@JobHandler(name = "link-asked-question", queue = Queues.DIGEST)
class LinkAskedQuestion implements Handler<QuestionAsked> {

    private final LinkedQuestions linked;

    LinkAskedQuestion(LinkedQuestions linked) {
        this.linked = linked;
    }

    @Override
    public Class<QuestionAsked> event() {
        return QuestionAsked.class;
    }

    @Override
    public void handle(QuestionAsked event, Job job) throws SQLException {
        linked.read(event.questionId(), LinkedQuestions.QUESTION);
    }
}
