package askme.tag.edit;

import askme.database.NewTransaction;
import askme.follow.Follows;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Merges a tag into another one: first its followers, then its questions, last the tag itself. Each batch is one transaction that takes
 * what is still there. So the job may run twice, and continues after a crash.
 */
@ApplicationScoped
@JobHandler(name = "merge-tags", queue = Queues.DIGEST)
class TagMergeJob implements Handler<MergeTags> {

    private static final int FOLLOWERS = 500;

    /** A longer merge continues as another job, so that other jobs of the queue get their turn. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final TagMerges merges;
    private final TagMergeBatch batch;
    private final Follows follows;
    private final Outbox outbox;
    private final Clock clock;

    TagMergeJob(TagMerges merges, TagMergeBatch batch, Follows follows, Outbox outbox, Clock clock) {
        this.merges = merges;
        this.batch = batch;
        this.follows = follows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<MergeTags> event() {
        return MergeTags.class;
    }

    @Override
    @ActivateRequestContext
    public void handle(MergeTags order, Job job) {
        NewTransaction.call(() -> merges.running(order.mergeId())).ifPresent(merge -> {
            if (!run(merge, clock.instant().plus(LONGEST_RUN))) {
                NewTransaction.run(() -> outbox.record(order));
            }
        });
    }

    /** Returns whether the merge has ended. */
    private boolean run(TagMerges.Running merge, Instant until) {
        while (followers(merge) > 0) {
            if (!clock.instant().isBefore(until)) {
                return false;
            }
        }
        while (clock.instant().isBefore(until)) {
            List<Long> questions = NewTransaction.call(() -> batch.questions(merge));
            if (!questions.isEmpty()) {
                NewTransaction.run(() -> batch.move(merge, questions));
            } else if (NewTransaction.call(() -> batch.end(merge))) {
                return true;
            }
        }
        return false;
    }

    private int followers(TagMerges.Running merge) {
        return NewTransaction.call(() -> follows.moveTag(merge.from(), merge.into(), FOLLOWERS));
    }
}
