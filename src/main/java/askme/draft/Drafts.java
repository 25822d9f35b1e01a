package askme.draft;

import askme.database.Row;
import askme.member.Member;
import askme.picture.PictureUses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * Members' texts that are typed and not posted. The newer text wins. A row without fields says that the text was posted or
 * discarded: a request that was on its way, or the copy of another device, does not bring it back.
 */
@ApplicationScoped
public class Drafts {

    /** The drafts that one member may have; a new one then replaces the oldest. */
    static final int MOST = 50;

    static final String FIND = "SELECT fields, typed_at FROM draft WHERE member_id = :member AND place = :place";

    static final String SURPLUS = "SELECT saved_at FROM draft FORCE INDEX (draft_of_member) WHERE member_id = :member"
            + " ORDER BY saved_at DESC LIMIT 1 OFFSET " + MOST;

    static final String SWEEP = "DELETE FROM draft WHERE saved_at < :before ORDER BY saved_at LIMIT 200";

    /** At the same time, the later request has the later text; but none is later than the end of a draft. */
    private static final String SAVE = """
            INSERT INTO draft (member_id, place, fields, typed_at, saved_at) VALUES (:member, :place, :fields, :typedAt, :now)
            ON DUPLICATE KEY UPDATE
              saved_at = IF(VALUES(typed_at) > typed_at OR VALUES(typed_at) = typed_at AND fields IS NOT NULL, VALUES(saved_at), saved_at),
              fields = IF(VALUES(typed_at) > typed_at OR VALUES(typed_at) = typed_at AND fields IS NOT NULL, VALUES(fields), fields),
              typed_at = GREATEST(typed_at, VALUES(typed_at))""";

    private static final String END = """
            INSERT INTO draft (member_id, place, fields, typed_at, saved_at) VALUES (:member, :place, NULL, :typedAt, :now)
            ON DUPLICATE KEY UPDATE fields = NULL, typed_at = VALUES(typed_at), saved_at = VALUES(saved_at)""";

    private final Session hibernate;
    private final PictureUses pictures;
    private final Clock clock;

    Drafts(Session hibernate, PictureUses pictures, Clock clock) {
        this.hibernate = hibernate;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * A stored draft.
     *
     * @param fields JSON; null if the text was posted or discarded at {@code typedAt}
     */
    record Stored(String fields, long typedAt) {}

    /** The member's draft at this place, or its end. */
    Optional<Stored> find(long member, DraftPlace place) {
        return hibernate
                .createNativeQuery(FIND, Object[].class)
                .addScalar("fields", String.class)
                .addScalar("typed_at", Long.class)
                .setParameter("member", member)
                .setParameter("place", place.name())
                .setTupleTransformer((values, names) -> stored(new Row(values, names)))
                .uniqueResultOptional();
    }

    private static Stored stored(Row row) {
        return new Stored(row.text("fields"), row.id("typed_at"));
    }

    /** Stores the draft. Returns false if a newer one is stored, or if the text was posted after it was typed. */
    @Transactional
    boolean save(long member, DraftPlace place, DraftText text) {
        Member.lock(member); // two first drafts of one member would wait for each other
        write(SAVE, member, place, text.typedAt())
                .setParameter("fields", text.fields())
                .executeUpdate();
        removeSurplus(member);
        pictures.record(DraftTexts.KIND, member, text.fields());
        return find(member, place)
                .filter(stored -> text.fields().equals(stored.fields()))
                .isPresent();
    }

    private void removeSurplus(long member) {
        List<Instant> last = hibernate
                .createNativeQuery(SURPLUS, Instant.class)
                .addScalar("saved_at", Instant.class)
                .setParameter("member", member)
                .getResultList();
        if (!last.isEmpty()) {
            hibernate
                    .createNativeMutationQuery("DELETE FROM draft WHERE member_id = :member AND saved_at <= :last")
                    .setParameter("member", member)
                    .setParameter("last", last.get(0))
                    .executeUpdate();
        }
    }

    /** Ends the draft, because its text was posted or discarded. The caller's transaction posts it. */
    @Transactional
    public void end(long member, DraftPlace place) {
        write(END, member, place, clock.millis()).executeUpdate();
    }

    /** Deletes all members' drafts at these places, because their post was removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(List<DraftPlace> places) {
        hibernate
                .createNativeMutationQuery("DELETE FROM draft WHERE place IN (:places)")
                .setParameterList(
                        "places", places.stream().map(DraftPlace::name).toList())
                .executeUpdate();
    }

    /** Deletes some drafts that were not saved for {@code age}. Returns how many. */
    @Transactional
    int sweep(Duration age) {
        return hibernate
                .createNativeMutationQuery(SWEEP)
                .setParameter("before", Instant.now(clock).minus(age))
                .executeUpdate();
    }

    private MutationQuery write(String sql, long member, DraftPlace place, long typedAt) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("member", member)
                .setParameter("place", place.name())
                .setParameter("typedAt", typedAt)
                .setParameter("now", Instant.now(clock));
    }
}
