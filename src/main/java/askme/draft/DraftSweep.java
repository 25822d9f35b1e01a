package askme.draft;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes drafts that nobody continued for a long time. */
@ApplicationScoped
@JobHandler(name = "sweep-drafts", queue = Queues.DIGEST)
class DraftSweep implements PeriodicTask {

    private final Drafts drafts;
    private final DraftConfig config;

    DraftSweep(Drafts drafts, DraftConfig config) {
        this.drafts = drafts;
        this.config = config;
    }

    @Override
    public String name() {
        return "draft-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() {
        while (drafts.sweep(config.keptFor()) > 0) {
            // Some hundred rows a statement keep locks short.
        }
    }
}
