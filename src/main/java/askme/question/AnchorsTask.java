package askme.question;

import askme.jobs.PeriodicTask;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the page anchors to be rebuilt, now and then. */
@ApplicationScoped
class AnchorsTask implements PeriodicTask {

    private final AnchorsConfig config;

    AnchorsTask(AnchorsConfig config) {
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
    public Object event() {
        return new AnchorsDue();
    }
}
