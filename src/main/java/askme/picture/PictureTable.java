package askme.picture;

import askme.markdown.PictureAddress;
import askme.member.Member;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The rows of uploaded pictures. Each change is one transaction. */
@ApplicationScoped
class PictureTable {

    /** The limit for the uploads of one member in a day. */
    static final long MOST_BYTES_A_DAY = 50L * 1024 * 1024;

    static final Duration DAY = Duration.ofDays(1);

    /** A picture that more texts have named is checked in several transactions. */
    static final int USES_AT_A_TIME = 100;

    static final int PICTURES_AT_A_TIME = 100;

    static final String UPLOADED =
            "SELECT COALESCE(SUM(bytes), 0) AS bytes FROM picture WHERE member_id = :member AND uploaded_at > :after";

    static final String DUE = "SELECT name FROM picture WHERE checked_at < :before ORDER BY checked_at LIMIT :size";

    static final String LOCK = "SELECT removed FROM picture WHERE name = :name FOR UPDATE";

    static final String USES = "SELECT kind, text_id FROM picture_use WHERE picture = :name LIMIT :size";

    private final Session hibernate;
    private final Clock clock;
    private final Map<String, TextWithPictures> kinds;

    PictureTable(Session hibernate, Clock clock, @All List<TextWithPictures> kinds) {
        this.hibernate = hibernate;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(TextWithPictures::kind, Function.identity()));
    }

    /** The result of a check. */
    enum Check {
        USED,
        UNUSED,
        /** Not all texts that named it are read yet. */
        UNDECIDED
    }

    /** Whether {@code member} may upload {@code bytes} more today. */
    @Transactional
    boolean permits(long member, long bytes) {
        long uploaded = hibernate
                .createNativeQuery(UPLOADED, Long.class)
                .addScalar("bytes", Long.class)
                .setParameter("member", member)
                .setParameter("after", now().minus(DAY))
                .getSingleResult();
        return uploaded + bytes <= MOST_BYTES_A_DAY;
    }

    /** Adds the picture and returns true; returns false if {@code member} has uploaded too much today. */
    @Transactional
    boolean add(PictureAddress picture, long member, long bytes) {
        Member.lock(member);
        if (!permits(member, bytes)) {
            return false;
        }
        hibernate
                .createNativeMutationQuery("INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at)"
                        + " VALUES (:name, :member, :bytes, :now, :now)")
                .setParameter("name", picture.name())
                .setParameter("member", member)
                .setParameter("bytes", bytes)
                .setParameter("now", now())
                .executeUpdate();
        return true;
    }

    /** Names of pictures that were not checked for a day, the longest wait first. */
    @Transactional
    List<String> due() {
        return hibernate
                .createNativeQuery(DUE, String.class)
                .addScalar("name", String.class)
                .setParameter("before", now().minus(DAY))
                .setParameter("size", PICTURES_AT_A_TIME)
                .getResultList();
    }

    /** Finds out whether a text names the picture. From the end of this transaction no text can begin to use an unused one. */
    @Transactional
    Check check(String name) {
        List<Boolean> removed = hibernate
                .createNativeQuery(LOCK, Boolean.class)
                .addScalar("removed", Boolean.class)
                .setParameter("name", name)
                .getResultList();
        if (removed.isEmpty() || removed.get(0)) {
            return Check.UNUSED;
        }
        List<Object[]> uses = hibernate
                .createNativeQuery(USES, Object[].class)
                .addScalar("kind", String.class)
                .addScalar("text_id", Long.class)
                .setParameter("name", name)
                .setParameter("size", USES_AT_A_TIME)
                .getResultList();
        for (Object[] use : uses) {
            if (names((String) use[0], (Long) use[1], name)) {
                hibernate
                        .createNativeMutationQuery("UPDATE picture SET checked_at = :now WHERE name = :name")
                        .setParameter("now", now())
                        .setParameter("name", name)
                        .executeUpdate();
                return Check.USED;
            }
            forget(name, (String) use[0], (Long) use[1]);
        }
        if (uses.size() == USES_AT_A_TIME) {
            return Check.UNDECIDED;
        }
        change("UPDATE picture SET removed = 1 WHERE name = :name", name);
        return Check.UNUSED;
    }

    /** Deletes the row of a picture that is not stored any longer, or was never stored. */
    @Transactional
    void delete(String name) {
        change("DELETE FROM picture WHERE name = :name", name);
    }

    /** A kind that this version does not know is that of a newer one, during an upgrade. */
    private boolean names(String kind, long id, String name) {
        TextWithPictures texts = kinds.get(kind);
        return texts == null
                || hibernate.createNativeQuery(texts.texts(), String.class).setParameter("id", id).stream()
                        .anyMatch(text -> text.contains(PictureAddress.FOLDER + name));
    }

    private void forget(String name, String kind, long id) {
        hibernate
                .createNativeMutationQuery(
                        "DELETE FROM picture_use WHERE picture = :name AND kind = :kind AND text_id = :id")
                .setParameter("name", name)
                .setParameter("kind", kind)
                .setParameter("id", id)
                .executeUpdate();
    }

    private void change(String sql, String name) {
        hibernate.createNativeMutationQuery(sql).setParameter("name", name).executeUpdate();
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
