package askme.vote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** One vote per member and target. Knows a target by kind and id only; the post's own package applies the delta. */
@ApplicationScoped
public class Votes {

    private final Session database;
    private final Clock clock;

    Votes(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What casting a vote changed.
     *
     * @param delta to be added to the post's rating, -2 to 2
     * @param vote the member's vote now: 1, -1 or 0
     */
    public record Change(int delta, int vote) {}

    /**
     * Casts {@code value} (1 or -1): the same again undoes the vote, the other one changes it. The caller holds the lock
     * on the target's row, which puts two clicks of one member in order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change cast(VoteTarget target, long id, long member, int value) {
        int before = current(target, id, member);
        int after = before == value ? 0 : value;
        if (after == 0) {
            run("DELETE FROM %s WHERE %s = ?1 AND member_id = ?2", target, id, member)
                    .executeUpdate();
        } else if (before == 0) {
            run("INSERT INTO %s (%s, member_id, value, voted_at) VALUES (?1, ?2, ?3, ?4)", target, id, member)
                    .setParameter(3, value)
                    .setParameter(4, Instant.now(clock))
                    .executeUpdate();
        } else {
            run("UPDATE %s SET value = ?3, voted_at = ?4 WHERE %s = ?1 AND member_id = ?2", target, id, member)
                    .setParameter(3, value)
                    .setParameter(4, Instant.now(clock))
                    .executeUpdate();
        }
        return new Change(after - before, after);
    }

    private int current(VoteTarget target, long id, long member) {
        String sql = "SELECT value FROM %s WHERE %s = ?1 AND member_id = ?2".formatted(target.table, target.column);
        List<Byte> found = database.createNativeQuery(sql, Byte.class)
                .addScalar("value", Byte.class)
                .setParameter(1, id)
                .setParameter(2, member)
                .getResultList();
        return found.isEmpty() ? 0 : found.get(0);
    }

    private jakarta.persistence.Query run(String sql, VoteTarget target, long id, long member) {
        return database.createNativeQuery(sql.formatted(target.table, target.column))
                .setParameter(1, id)
                .setParameter(2, member);
    }
}
