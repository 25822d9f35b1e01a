package askme.held;

import askme.picture.PictureUses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Removes held posts that were decided a long time ago. */
@ApplicationScoped
public class HeldPostPurge {

    static final String OLD =
            "SELECT id FROM held_post FORCE INDEX (held_age) WHERE state = :state AND decided_at < :before ORDER BY decided_at LIMIT 100";

    private final Session hibernate;
    private final PictureUses pictures;
    private final Clock clock;

    HeldPostPurge(Session hibernate, PictureUses pictures, Clock clock) {
        this.hibernate = hibernate;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Removes some posts that were decided longer than {@code age} ago. Returns how many. */
    @Transactional
    public int removeDecided(Duration age) {
        List<Long> old = new ArrayList<>(old(HeldPost.State.PUBLISHED, age));
        old.addAll(old(HeldPost.State.REFUSED, age));
        if (!old.isEmpty()) {
            pictures.remove(HeldTexts.KIND, old);
            hibernate
                    .createNativeMutationQuery("DELETE FROM held_post WHERE id IN (:ids)")
                    .setParameterList("ids", old)
                    .executeUpdate();
        }
        return old.size();
    }

    private List<Long> old(HeldPost.State state, Duration age) {
        return hibernate
                .createNativeQuery(OLD, Long.class)
                .addScalar("id", Long.class)
                .setParameter("state", state.stored())
                .setParameter("before", Instant.now(clock).minus(age))
                .list();
    }
}
