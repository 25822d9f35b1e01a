package askme.moderation;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The items of the review queue. A transaction that decides an item changes its row first: the second of two reviewers waits for the first, and
 * then finds the decision.
 */
@ApplicationScoped
public class ReviewItems {

    private static final String OPEN = """
            INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at, first_post, words, reports)
            VALUES (:kind, :post, :question, :author, :at, :first, :words, :reports)
            ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), first_post = first_post OR VALUES(first_post),
              words = IF(VALUES(words) = '', words, VALUES(words)), reports = reports + VALUES(reports)""";

    private static final String DECIDE = """
            UPDATE review_item SET decided = id, outcome = :outcome, upheld = :upheld, decided_by = :by, decided_at = :at
            WHERE id = :id AND decided = 0""";

    private static final String REOPEN = """
            UPDATE review_item SET decided = 0, outcome = 'waiting', upheld = 0, decided_by = NULL, decided_at = NULL
            WHERE id = :id AND decided <> 0 AND outcome = :outcome""";

    private static final String MOVE =
            "UPDATE review_item SET post_kind = :kind, post_id = :post, question_id = :question WHERE id = :id";

    static final String WAITS =
            "SELECT id FROM review_item WHERE post_kind = :kind AND post_id = :post AND decided = 0";

    static final String WAITS_AT_QUESTION =
            "SELECT id FROM review_item FORCE INDEX (review_of_question) WHERE question_id = :question AND decided = 0 LIMIT 500";

    static final String KNOWN =
            "SELECT COUNT(*) AS items FROM (SELECT 1 FROM review_item WHERE post_kind = :kind AND post_id = :post LIMIT 1) some";

    static final String ONE =
            "SELECT i.id, i.post_kind, i.post_id, i.question_id, i.author_id, i.reports, i.outcome, m.nickname"
                    + " FROM review_item i LEFT JOIN member m ON m.id = i.decided_by WHERE i.id = :id";

    private final Session hibernate;
    private final Outbox outbox;
    private final Clock clock;

    ReviewItems(Session hibernate, Outbox outbox, Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The post of an item.
     *
     * @param question the question of an answer or a comment; for a question itself its id
     */
    public record ReviewedPost(Target target, long question, long author) {}

    /**
     * An item.
     *
     * @param decider the nickname of the member who decided it; null while it waits, and if nobody did
     */
    public record Item(long id, ReviewedPost post, int reports, Outcome outcome, String decider) {

        private static Item of(Row row) {
            Target target = new Target(Target.Kind.of(row.text("post_kind")), row.id("post_id"));
            return new Item(
                    row.id("id"),
                    new ReviewedPost(target, row.id("question_id"), row.id("author_id")),
                    row.number("reports"),
                    Outcome.of(row.text("outcome")).orElse(Outcome.GONE),
                    row.text("nickname"));
        }
    }

    /** Adds a post, or adds to its item that waits, and returns the item's id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long open(ReviewedPost post, boolean first, String words, boolean reported) {
        hibernate
                .createNativeMutationQuery(OPEN)
                .setParameter("kind", post.target.kind().stored())
                .setParameter("post", post.target.id())
                .setParameter("question", post.question)
                .setParameter("author", post.author)
                .setParameter("at", now())
                .setParameter("first", first)
                .setParameter("words", words)
                .setParameter("reports", reported ? 1 : 0)
                .executeUpdate();
        long id = waiting(post.target).orElseThrow();
        outbox.record(new ReviewChanged(id));
        return id;
    }

    /** The item of this post that waits. */
    public Optional<Long> waiting(Target post) {
        return hibernate
                .createNativeQuery(WAITS, Long.class)
                .addScalar("id", Long.class)
                .setParameter("kind", post.kind().stored())
                .setParameter("post", post.id())
                .uniqueResultOptional();
    }

    /** Whether the post has or had an item. */
    public boolean isKnown(Target post) {
        return hibernate
                        .createNativeQuery(KNOWN, Long.class)
                        .addScalar("items", Long.class)
                        .setParameter("kind", post.kind().stored())
                        .setParameter("post", post.id())
                        .getSingleResult()
                > 0;
    }

    /** The item; 404 if it does not exist. */
    public Item require(long id) {
        return hibernate
                .createNativeQuery(ONE, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("post_kind", String.class)
                .addScalar("post_id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("reports", Integer.class)
                .addScalar("outcome", String.class)
                .addScalar("nickname", String.class)
                .setParameter("id", id)
                .setTupleTransformer((values, names) -> Item.of(new Row(values, names)))
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Decides an item that waits. The members who reported the post are notified.
     *
     * @param by the reviewer, 0 if the post was deleted outside of the queue
     * @throws DecidedByAnother if it does not wait any longer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decide(Item item, Outcome outcome, long by) {
        int changed = hibernate
                .createNativeMutationQuery(DECIDE)
                .setParameter("outcome", outcome.stored())
                .setParameter("upheld", outcome.upheld())
                .setParameter("by", by == 0 ? null : by, Long.class)
                .setParameter("at", now())
                .setParameter("id", item.id)
                .executeUpdate();
        if (changed == 0) {
            Item now = require(item.id);
            throw new DecidedByAnother(now.decider, now.outcome);
        }
        outbox.record(new ReviewChanged(item.id));
        if (item.reports > 0) {
            outbox.record(new ReportsDecided(item.id));
        }
    }

    /**
     * Makes the item of a held post that of the post that was published. So the post does not enter the queue again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveTo(long id, ReviewedPost post) {
        hibernate
                .createNativeMutationQuery(MOVE)
                .setParameter("kind", post.target.kind().stored())
                .setParameter("post", post.target.id())
                .setParameter("question", post.question)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Lets an item wait again that was decided so. 404 if it was not, or if another item of the post waits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(Item item, Outcome outcome) {
        if (waiting(item.post.target).isPresent()
                || hibernate
                                .createNativeMutationQuery(REOPEN)
                                .setParameter("id", item.id)
                                .setParameter("outcome", outcome.stored())
                                .executeUpdate()
                        == 0) {
            throw new NotFoundException();
        }
        outbox.record(new ReviewChanged(item.id));
    }

    /** Ends the items of a question that was deleted, and of all that belongs to it. */
    @Transactional
    public void questionGone(long question) {
        List<Long> waiting = hibernate
                .createNativeQuery(WAITS_AT_QUESTION, Long.class)
                .addScalar("id", Long.class)
                .setParameter("question", question)
                .list();
        waiting.forEach(this::gone);
    }

    /** Ends the item of an answer or a comment that was deleted. */
    @Transactional
    public void postGone(Target post) {
        waiting(post).ifPresent(this::gone);
    }

    private void gone(long id) {
        try {
            decide(require(id), Outcome.GONE, 0);
        } catch (DecidedByAnother deletedByTheDecision) {
            return;
        }
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
