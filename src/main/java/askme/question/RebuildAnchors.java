package askme.question;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;

/** Rebuilds the page anchors; doing it twice does no harm. */
@ApplicationScoped
class RebuildAnchors implements Handler<AnchorsDue> {

    private final Anchors anchors;

    RebuildAnchors(Anchors anchors) {
        this.anchors = anchors;
    }

    @Override
    public String name() {
        return "rebuild-page-anchors";
    }

    @Override
    public Class<AnchorsDue> event() {
        return AnchorsDue.class;
    }

    @Override
    public String queue() {
        return Queues.DIGEST;
    }

    @Override
    public void handle(AnchorsDue due, Job job) {
        anchors.rebuild();
    }
}
