package askme.realtime;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.moderation.Outcome;
import askme.moderation.ReviewChanged;
import askme.moderation.ReviewItems;
import askme.moderation.WaitingItems;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The review queue, on all open pages of moderators: the number of items that wait, and the item that changed. */
@ApplicationScoped
@JobHandler(name = "publish-review-changed", queue = Queues.REALTIME)
class LiveReview implements Handler<ReviewChanged> {

    private final ReviewItems items;
    private final WaitingItems waiting;
    private final Snapshots snapshots;
    private final ModeratorPages pages;

    LiveReview(ReviewItems items, WaitingItems waiting, Snapshots snapshots, ModeratorPages pages) {
        this.items = items;
        this.waiting = waiting;
        this.snapshots = snapshots;
        this.pages = pages;
    }

    /**
     * The state of the queue.
     *
     * @param waiting how many items and suggested edits wait
     * @param item the item that changed, 0 for a suggested edit
     * @param edit the suggested edit that changed; null for an item
     * @param outcome its state
     * @param by who decided it; null if it waits
     */
    @JsonTypeName("review")
    @RegisterForReflection
    record Review(int waiting, long item, Long edit, String outcome, String by, long asOf) implements Change {}

    @Override
    public Class<ReviewChanged> event() {
        return ReviewChanged.class;
    }

    @Override
    public void handle(ReviewChanged event, Job job) {
        long asOf = snapshots.now();
        ReviewItems.Item item = items.require(event.itemId());
        String by = item.outcome() == Outcome.WAITING ? null : item.decider();
        Review review =
                new Review(waiting.now(), item.id(), null, item.outcome().stored(), by, asOf);
        pages.publish(List.of(review), job.id());
    }
}
