package askme.closing;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Moves the answers of a duplicate to the other question. */
@ApplicationScoped
@JobHandler(name = "merge-answers", queue = Queues.DIGEST)
class MergeAnswers implements Handler<MergeBegun> {

    private final Merges merges;

    MergeAnswers(Merges merges) {
        this.merges = merges;
    }

    @Override
    public Class<MergeBegun> event() {
        return MergeBegun.class;
    }

    @Override
    @ActivateRequestContext
    public void handle(MergeBegun event, Job job) {
        merges.run(event.questionId());
    }
}
