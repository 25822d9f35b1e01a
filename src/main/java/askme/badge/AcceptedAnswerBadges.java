package askme.badge;

import askme.answer.AnswerAccepted;
import askme.database.NewTransaction;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Awards the badges for an accepted answer at once: no column has the time of the mark. */
@ApplicationScoped
@JobHandler(name = "award-accepted-answer", queue = Queues.DIGEST)
class AcceptedAnswerBadges implements Handler<AnswerAccepted> {

    private final Awards awards;
    private final BadgeConfig config;

    AcceptedAnswerBadges(Awards awards, BadgeConfig config) {
        this.awards = awards;
        this.config = config;
    }

    @Override
    public Class<AnswerAccepted> event() {
        return AnswerAccepted.class;
    }

    @Override
    public void handle(AnswerAccepted event, Job job) {
        if (!config.schedule().equals("off")) {
            award(event.questionId(), event.answerId());
        }
    }

    void award(long question, long answer) {
        NewTransaction.run(() -> {
            try {
                awards.evaluate(Subject.ANSWER, List.of(answer), true);
                awards.evaluate(Subject.QUESTION, List.of(question), true);
            } catch (SQLException e) {
                throw new IllegalStateException("badges cannot be awarded", e);
            }
        });
    }
}
