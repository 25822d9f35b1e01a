package askme.vote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Stores one vote per member and post. The post's own package adds the delta to the post's rating. */
@ApplicationScoped
public class Votes {

    private final Session hibernate;
    private final Clock clock;

    Votes(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /**
     * The change by a vote.
     *
     * @param delta the change of the post's rating, -2 to 2
     * @param vote the member's vote now: 1, -1 or 0
     */
    public record Change(int delta, int vote) {}

    /**
     * Casts a vote. The same value again undoes the vote, the other value changes it. The caller holds the lock on the post's
     * row, so that two clicks of one member happen one after the other.
     *
     * @param id the post's id
     * @param member the voter's id
     * @param before the voter's vote so far, read under the lock: 1, -1 or 0
     * @param value 1 or -1
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change cast(VoteTarget target, long id, long member, int before, int value) {
        int after = before == value ? 0 : value;
        if (after == 0) {
            mutation("DELETE FROM %s WHERE %s = ?1 AND member_id = ?2", target, id, member)
                    .executeUpdate();
        } else if (before == 0) {
            mutation("INSERT INTO %s (%s, member_id, value, voted_at) VALUES (?1, ?2, ?3, ?4)", target, id, member)
                    .setParameter(3, value)
                    .setParameter(4, Instant.now(clock))
                    .executeUpdate();
        } else {
            mutation("UPDATE %s SET value = ?3, voted_at = ?4 WHERE %s = ?1 AND member_id = ?2", target, id, member)
                    .setParameter(3, value)
                    .setParameter(4, Instant.now(clock))
                    .executeUpdate();
        }
        return new Change(after - before, after);
    }

    /** The member's vote for the post: 1, -1 or 0. */
    public int currentVote(VoteTarget target, long id, long member) {
        String sql = "SELECT value FROM %s WHERE %s = ?1 AND member_id = ?2".formatted(target.table, target.column);
        List<Byte> found = hibernate
                .createNativeQuery(sql, Byte.class)
                .addScalar("value", Byte.class)
                .setParameter(1, id)
                .setParameter(2, member)
                .getResultList();
        return found.isEmpty() ? 0 : found.get(0);
    }

    private MutationQuery mutation(String sql, VoteTarget target, long id, long member) {
        return hibernate
                .createNativeMutationQuery(sql.formatted(target.table, target.column))
                .setParameter(1, id)
                .setParameter(2, member);
    }
}
