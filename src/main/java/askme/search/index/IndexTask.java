package askme.search.index;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Fills the index of an existing site and keeps it complete. A run ends in time for the next one, which continues. */
@ApplicationScoped
@JobHandler(name = "fill-search-index", queue = Queues.DIGEST)
class IndexTask implements PeriodicTask {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final IndexSweep sweep;
    private final IndexConfig config;
    private final Clock clock;

    IndexTask(IndexSweep sweep, IndexConfig config, Clock clock) {
        this.sweep = sweep;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search-index";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() throws SQLException {
        long changed = sweep.run(config.comparedEvery(), clock.instant().plus(LONGEST_RUN));
        if (changed > 0) {
            Log.infof("search index repaired=%d", changed);
        }
    }
}
