package askme.closing;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The votes to close and to reopen questions: one of each member. The lock of the question makes two votes of one moment follow each
 * other, so each of them sees the other one or is seen by it.
 */
@ApplicationScoped
class CloseVotes {

    static final String READ = "SELECT member_id, reason, own_reason, duplicate_of, voted_at FROM close_vote"
            + " WHERE question_id = :id AND act = :act AND voted_at > :since ORDER BY voted_at, member_id";

    private static final String PUT = """
            INSERT INTO close_vote (question_id, act, member_id, reason, own_reason, duplicate_of, voted_at)
            VALUES (:id, :act, :member, :reason, :own, :of, :at)
            ON DUPLICATE KEY UPDATE reason = VALUES(reason), own_reason = VALUES(own_reason),
              duplicate_of = VALUES(duplicate_of), voted_at = VALUES(voted_at)""";

    private final Session hibernate;
    private final Clock clock;

    CloseVotes(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** @param reason null for a vote to reopen */
    record Vote(long member, CloseReason reason, Instant at) {

        private static Vote of(Row row) {
            CloseReason reason = row.has("reason")
                    ? new CloseReason(row.text("reason"), row.text("own_reason"), (Long) row.value("duplicate_of"))
                    : null;
            return new Vote(row.id("member_id"), reason, row.moment("voted_at"));
        }
    }

    /** The votes that count, the first one first. */
    List<Vote> valid(long question, String act) {
        return since(question, act, Instant.now(clock).minus(Duration.ofDays(ClosingState.VOTE_DAYS)));
    }

    /** The votes that closed the question, or those to reopen it, however old they are. */
    List<Vote> all(long question, String act) {
        return since(question, act, Instant.EPOCH);
    }

    private List<Vote> since(long question, String act, Instant since) {
        return hibernate
                .createNativeQuery(READ, Object[].class)
                .addScalar("member_id", Long.class)
                .addScalar("reason", String.class)
                .addScalar("own_reason", String.class)
                .addScalar("duplicate_of", Long.class)
                .addScalar("voted_at", Instant.class)
                .setParameter("id", question)
                .setParameter("act", act)
                .setParameter("since", since)
                .setTupleTransformer((values, names) -> Vote.of(new Row(values, names)))
                .list();
    }

    /** The questions that the votes to close name. */
    Set<Long> targets(long question) {
        return valid(question, Closings.CLOSE).stream()
                .filter(vote -> vote.reason.isDuplicate())
                .map(vote -> vote.reason.of())
                .collect(Collectors.toSet());
    }

    /** @param reason null for a vote to reopen */
    @Transactional(Transactional.TxType.MANDATORY)
    void put(long question, String act, long member, CloseReason reason) {
        hibernate
                .createNativeMutationQuery(PUT)
                .setParameter("id", question)
                .setParameter("act", act)
                .setParameter("member", member)
                .setParameter("reason", reason == null ? null : reason.kind(), String.class)
                .setParameter("own", reason == null ? null : reason.own(), String.class)
                .setParameter("of", reason == null ? null : reason.of(), Long.class)
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
    }

    /** Returns whether there was a vote. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean remove(long question, String act, long member) {
        return hibernate
                        .createNativeMutationQuery(
                                "DELETE FROM close_vote WHERE question_id = :id AND act = :act AND member_id = :member")
                        .setParameter("id", question)
                        .setParameter("act", act)
                        .setParameter("member", member)
                        .executeUpdate()
                == 1;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void removeAll(long question) {
        hibernate
                .createNativeMutationQuery("DELETE FROM close_vote WHERE question_id = :id")
                .setParameter("id", question)
                .executeUpdate();
    }
}
