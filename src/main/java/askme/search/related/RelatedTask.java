package askme.search.related;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Computes the related questions of all questions, a little at a time, because new questions change those of old ones. */
@ApplicationScoped
@JobHandler(name = "compute-related-questions", queue = Queues.DIGEST)
class RelatedTask implements PeriodicTask {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(5);

    private final RelatedQuestions related;
    private final RelatedConfig config;
    private final Clock clock;

    RelatedTask(RelatedQuestions related, RelatedConfig config, Clock clock) {
        this.related = related;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "related-questions";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() throws SQLException {
        related.continueWithAll(config.computedEvery(), clock.instant().plus(LONGEST_RUN));
    }
}
