package askme.question;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;

/** Rebuilds the page anchors. */
@ApplicationScoped
@JobHandler(name = "rebuild-page-anchors", queue = Queues.DIGEST)
class PageAnchorsTask implements PeriodicTask {

    private final Anchors anchors;
    private final Config config;

    PageAnchorsTask(Anchors anchors, Config config) {
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

    /** The page anchors' settings. */
    @ConfigMapping(prefix = "askme.anchors")
    interface Config {

        /** When they are rebuilt: Quarkus' cron syntax, an interval, or {@code off}. */
        @WithDefault("10m")
        String schedule();
    }
}
