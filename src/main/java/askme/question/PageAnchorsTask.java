package askme.question;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Rebuilds the page anchors. */
@ApplicationScoped
@JobHandler(name = "rebuild-page-anchors", queue = Queues.DIGEST)
class PageAnchorsTask implements PeriodicTask {

    private final Anchors anchors;
    private final AnchorsConfig config;

    PageAnchorsTask(Anchors anchors, AnchorsConfig config) {
        this.anchors = anchors;
        this.config = config;
    }

    @Override
    public String name() {
        return "page-anchors";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() {
        anchors.rebuild();
    }
}
