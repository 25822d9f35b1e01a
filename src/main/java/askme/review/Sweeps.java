package askme.review;

import askme.jobs.queue.Outbox;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/** Begins to delete all questions, answers and comments of a member, and takes it back. Jobs do both in batches. */
@ApplicationScoped
class Sweeps {

    static final String OF_ITEM = "SELECT id FROM post_sweep WHERE item_id = :item AND undone_at IS NULL FOR UPDATE";

    private final Session hibernate;
    private final ModerationLog log;
    private final Outbox outbox;
    private final Clock clock;

    Sweeps(Session hibernate, ModerationLog log, Outbox outbox, Clock clock) {
        this.hibernate = hibernate;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin(ReviewItems.Item item, String reason, long by) {
        long member = item.post().author();
        hibernate
                .createNativeMutationQuery("INSERT INTO post_sweep (item_id, member_id, by_id, started_at)"
                        + " VALUES (:item, :member, :by, :at)")
                .setParameter("item", item.id())
                .setParameter("member", member)
                .setParameter("by", by)
                .setParameter("at", now())
                .executeUpdate();
        log.record(by, Act.SWEEP, Target.member(member), member, reason);
        running(item.id()).forEach(sweep -> outbox.record(new SweepPosts(sweep, 0, 0, 0)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void undo(ReviewItems.Item item, long by) {
        for (long sweep : running(item.id())) {
            hibernate
                    .createNativeMutationQuery("UPDATE post_sweep SET undone_at = :at WHERE id = :id")
                    .setParameter("at", now())
                    .setParameter("id", sweep)
                    .executeUpdate();
            outbox.record(new UnsweepPosts(sweep));
        }
        log.record(
                by,
                Act.UNSWEEP,
                Target.member(item.post().author()),
                item.post().author(),
                "");
    }

    private List<Long> running(long item) {
        return hibernate
                .createNativeQuery(OF_ITEM, Long.class)
                .addScalar("id", Long.class)
                .setParameter("item", item)
                .list();
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
