package askme.search.related;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Reads the links of all posts, a little at a time: those of an existing site, and those that were missed. */
@ApplicationScoped
@JobHandler(name = "read-question-links", queue = Queues.DIGEST)
class LinkedTask implements PeriodicTask {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(5);

    private final LinkedQuestions linked;
    private final RelatedConfig config;
    private final Clock clock;

    LinkedTask(LinkedQuestions linked, RelatedConfig config, Clock clock) {
        this.linked = linked;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "question-links";
    }

    @Override
    public String schedule() {
        return config.linksSchedule();
    }

    @Override
    public void run() throws SQLException {
        linked.continueWithAll(config.computedEvery(), clock.instant().plus(LONGEST_RUN));
    }
}
