package askme.mail.notice;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.mail.choice.MailChoices;
import askme.mail.choice.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** When the digest of each member is due. A row exists for each member and slot for which a notification waits. */
@ApplicationScoped
class DigestSlots {

    static final String DUE = """
            SELECT member_id, pace, slot_at FROM mail_digest WHERE queued = 0 AND slot_at <= :now
            ORDER BY slot_at LIMIT :most FOR UPDATE SKIP LOCKED""";

    /** A row of the primary key: member, pace and slot. */
    private static final String ROW = " WHERE member_id = :member AND pace = :pace AND slot_at = :slot";

    static final String OLD = "DELETE FROM mail_digest WHERE queued = 1 AND slot_at < :before LIMIT :most";
    static final String OLD_TOLD = "DELETE FROM mail_told WHERE told_at < :before LIMIT :most";
    static final String OLD_QUESTIONS = "DELETE FROM mail_question WHERE mailed_at < :before LIMIT :most";

    private final Session hibernate;
    private final Outbox outbox;
    private final MailChoices choices;

    DigestSlots(Session hibernate, Outbox outbox, MailChoices choices) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.choices = choices;
    }

    /** Records the jobs of at most {@code most} slots that have come, and returns their number. Two processes share the rows. */
    @Transactional
    int queue(Instant now, int most) {
        List<DigestDue> due = hibernate
                .createNativeQuery(DUE, Object[].class)
                .addScalar("member_id", Long.class)
                .addScalar("pace", String.class)
                .addScalar("slot_at", Instant.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .setTupleTransformer((values, names) -> due(new Row(values, names)))
                .list();
        for (DigestDue slot : due) {
            change("UPDATE mail_digest SET queued = 1", slot);
            outbox.record(slot);
        }
        return due.size();
    }

    private static DigestDue due(Row row) {
        return new DigestDue(
                row.id("member_id"), row.text("pace"), row.moment("slot_at").getEpochSecond());
    }

    boolean exists(DigestDue slot) {
        return hibernate
                        .createNativeQuery("SELECT COUNT(*) AS slots FROM mail_digest" + ROW, Integer.class)
                        .addScalar("slots", Integer.class)
                        .setParameter("member", slot.memberId())
                        .setParameter("pace", slot.pace())
                        .setParameter("slot", Instant.ofEpochSecond(slot.slot()))
                        .getSingleResult()
                > 0;
    }

    void end(DigestDue slot) {
        change("DELETE FROM mail_digest", slot);
    }

    void addNext(long member, Pace pace, Instant now) {
        hibernate
                .createNativeMutationQuery(
                        "INSERT IGNORE INTO mail_digest (member_id, pace, slot_at) VALUES (:member, :pace, :slot)")
                .setParameter("member", member)
                .setParameter("pace", pace.stored())
                .setParameter("slot", pace.nextAfter(now, choices.of(member).zone()))
                .executeUpdate();
    }

    private void change(String sql, DigestDue slot) {
        hibernate
                .createNativeMutationQuery(sql + ROW)
                .setParameter("member", slot.memberId())
                .setParameter("pace", slot.pace())
                .setParameter("slot", Instant.ofEpochSecond(slot.slot()))
                .executeUpdate();
    }

    /** Deletes some rows with a moment before {@code before}, and returns their number. */
    @Transactional
    int sweep(String sql, Instant before, int most) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
