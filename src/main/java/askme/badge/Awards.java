package askme.badge;

import askme.database.Jdbc;
import askme.jobs.queue.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Awards badges for changed posts and to members who were active, in the caller's transaction. A member gets each badge once. */
@ApplicationScoped
class Awards {

    /** A statement without IGNORE would fail for the second worker that finds the same. */
    private static final String AWARD =
            "INSERT IGNORE INTO member_badge (badge, member_id, earned_at) VALUES (?, ?, ?)";

    private static final String AWARDED = "SELECT id FROM member_badge WHERE member_id = ? AND badge = ?";

    private static final String COUNT = "INSERT INTO badge_total (badge, members) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)";

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Awards(AgroalDataSource database, Outbox outbox, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Awards all badges that these rows have earned.
     *
     * @param ids of posts, comments or members
     * @param told whether the members are notified
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void evaluate(Subject subject, Collection<Long> ids, boolean told) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        for (Badge badge : Badge.about(subject)) {
            List<Long> members = jdbc.query(
                    badge.earned(Jdbc.placeholders(ids.size())), row -> row.getLong("member_id"), ids.toArray());
            award(badge, members, told);
        }
    }

    private void award(Badge badge, List<Long> members, boolean told) throws SQLException {
        int awarded = 0;
        for (long member : members) {
            if (jdbc.update(AWARD, badge.stored(), member, Instant.now(clock)) > 0) {
                awarded++;
                if (told) {
                    long id = jdbc.query(AWARDED, row -> row.getLong("id"), member, badge.stored())
                            .get(0);
                    outbox.record(new BadgeEarned(id, member));
                }
            }
        }
        if (awarded > 0) {
            jdbc.update(COUNT, badge.stored(), awarded);
        }
    }
}
