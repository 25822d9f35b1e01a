package askme.realtime;

import askme.database.Row;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.member.ConfiguredAdmins;
import askme.moderation.Outcome;
import askme.moderation.ReviewChanged;
import askme.moderation.ReviewItems;
import askme.moderation.WaitingItems;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/**
 * The review queue, on all open pages of moderators: the number of items that wait, and the item that changed. It uses the channel that each
 * moderator has for the bell.
 */
@ApplicationScoped
@JobHandler(name = "publish-review-changed", queue = Queues.REALTIME)
class LiveReview implements Handler<ReviewChanged> {

    /** A site has a few moderators. The pages of others beyond this number show the change after a reload. */
    static final int MOST_MODERATORS = 200;

    static final String MODERATORS =
            "(SELECT id FROM member FORCE INDEX (member_admin) WHERE admin = 1 ORDER BY id LIMIT "
                    + MOST_MODERATORS
                    + ") UNION (SELECT id FROM member FORCE INDEX (member_moderator) WHERE moderator = 1 ORDER BY id LIMIT "
                    + MOST_MODERATORS + ")";

    private static final String NAMED = "SELECT id FROM member WHERE nickname IN (:names)";

    private final Session hibernate;
    private final ConfiguredAdmins admins;
    private final ReviewItems items;
    private final WaitingItems waiting;
    private final Snapshots snapshots;
    private final Publisher publisher;

    LiveReview(
            Session hibernate,
            ConfiguredAdmins admins,
            ReviewItems items,
            WaitingItems waiting,
            Snapshots snapshots,
            Publisher publisher) {
        this.hibernate = hibernate;
        this.admins = admins;
        this.items = items;
        this.waiting = waiting;
        this.snapshots = snapshots;
        this.publisher = publisher;
    }

    /**
     * The state of the queue.
     *
     * @param waiting how many items wait
     * @param item the item that changed
     * @param outcome its state
     * @param by who decided it; null if it waits
     */
    @JsonTypeName("review")
    @RegisterForReflection
    record Review(int waiting, long item, String outcome, String by, long asOf) implements Change {}

    @Override
    public Class<ReviewChanged> event() {
        return ReviewChanged.class;
    }

    @Override
    public void handle(ReviewChanged event, Job job) {
        Review review = review(event.itemId());
        List<Publisher.Publication> publications = new ArrayList<>();
        for (long member : moderators()) {
            publications.add(new Publisher.Publication(Channels.ofMember(member), review, job.id() + ":" + member));
        }
        if (!publications.isEmpty()) {
            publisher.publish(publications).stream()
                    .filter(failure -> failure != null)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new IllegalStateException("a change of the review queue was not published", failure);
                    });
        }
    }

    private Review review(long id) {
        long asOf = snapshots.now();
        ReviewItems.Item item = items.require(id);
        boolean waits = item.outcome() == Outcome.WAITING;
        return new Review(waiting.now(), id, item.outcome().stored(), waits ? null : item.decider(), asOf);
    }

    private List<Long> moderators() {
        List<Long> found = new ArrayList<>(hibernate
                .createNativeQuery(MODERATORS, Object[].class)
                .addScalar("id", Long.class)
                .setTupleTransformer((values, names) -> new Row(values, names).id("id"))
                .getResultList());
        Set<String> named = admins.nicknames();
        if (!named.isEmpty()) {
            found.addAll(hibernate
                    .createNativeQuery(NAMED, Object[].class)
                    .addScalar("id", Long.class)
                    .setParameterList("names", named)
                    .setTupleTransformer((values, names) -> new Row(values, names).id("id"))
                    .getResultList());
        }
        return found.stream().distinct().toList();
    }
}
