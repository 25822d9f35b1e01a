package askme.search;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Rebuilds the table of common prefixes. */
@ApplicationScoped
@JobHandler(name = "rebuild-search-prefixes", queue = Queues.DIGEST)
class PrefixTask implements PeriodicTask {

    private final PrefixTable table;
    private final SearchConfig config;

    PrefixTask(PrefixTable table, SearchConfig config) {
        this.table = table;
        this.config = config;
    }

    @Override
    public String name() {
        return "search-prefixes";
    }

    @Override
    public String schedule() {
        return config.prefixSchedule();
    }

    @Override
    public void run() {
        Log.debugf("search prefixes=%s", table.rebuild());
    }
}
