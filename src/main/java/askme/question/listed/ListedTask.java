package askme.question.listed;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Fills the lists of active and unanswered questions of an existing site, and keeps them complete. */
@ApplicationScoped
@JobHandler(name = "fill-question-lists", queue = Queues.DIGEST)
class ListedTask implements PeriodicTask {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final ListedSweep sweep;
    private final ListedConfig config;
    private final Clock clock;

    ListedTask(ListedSweep sweep, ListedConfig config, Clock clock) {
        this.sweep = sweep;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "question-lists";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() throws SQLException {
        long repaired = sweep.run(config.comparedEvery(), clock.instant().plus(LONGEST_RUN));
        if (repaired > 0) {
            Log.infof("question lists repaired=%d", repaired);
        }
    }
}
