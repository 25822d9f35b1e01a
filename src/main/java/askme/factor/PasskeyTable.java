package askme.factor;

import askme.database.Row;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The passkeys of members. The caller begins the transaction. */
@ApplicationScoped
public class PasskeyTable {

    /** The most passkeys of one member. */
    static final int MOST = 20;

    static final String FIND = "SELECT id, member_id, credential, signatures, backup_eligible, backed_up FROM passkey"
            + " WHERE credential_hash = ?1";
    static final String OF_MEMBER =
            "SELECT id, name, added_at, used_at FROM passkey WHERE member_id = ?1 ORDER BY id LIMIT 20";
    static final String ANY = "SELECT COUNT(*) FROM passkey WHERE member_id = ?1";
    static final String ADD = "INSERT IGNORE INTO passkey (member_id, credential_hash, credential, signatures,"
            + " backup_eligible, backed_up, name, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    static final String USED = "UPDATE passkey SET signatures = ?1, backed_up = ?2, used_at = ?3"
            + " WHERE id = ?4 AND (signatures < ?1 OR ?1 = 0)";
    static final String REMOVE = "DELETE FROM passkey WHERE id = ?1 AND member_id = ?2";

    private final Session hibernate;
    private final Clock clock;

    PasskeyTable(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** A line in the list of the member's passkeys. */
    @TemplateData
    public record Line(long id, String name, Instant addedAt, Instant usedAt) {}

    /**
     * A passkey for a check.
     *
     * @param credential the id and the public key, as the library writes them
     */
    record Stored(long id, long member, byte[] credential, long signatures, boolean backupEligible, boolean backedUp) {}

    Optional<Stored> find(byte[] credentialId) {
        return hibernate
                .createNativeQuery(FIND, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("member_id", Long.class)
                .addScalar("credential", byte[].class)
                .addScalar("signatures", Long.class)
                .addScalar("backup_eligible", Boolean.class)
                .addScalar("backed_up", Boolean.class)
                .setParameter(1, hash(credentialId))
                .setTupleTransformer(Row::new)
                .getResultStream()
                .findFirst()
                .map(row -> new Stored(
                        row.id("id"),
                        row.id("member_id"),
                        (byte[]) row.value("credential"),
                        row.id("signatures"),
                        row.is("backup_eligible"),
                        row.is("backed_up")));
    }

    List<Line> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("added_at", Instant.class)
                .addScalar("used_at", Instant.class)
                .setParameter(1, member)
                .setTupleTransformer(Row::new)
                .getResultStream()
                .map(row -> new Line(row.id("id"), row.text("name"), row.moment("added_at"), row.moment("used_at")))
                .toList();
    }

    boolean any(long member) {
        return hibernate
                        .createNativeQuery(ANY, Long.class)
                        .setParameter(1, member)
                        .getSingleResult()
                > 0;
    }

    /** Returns false, and changes nothing, if somebody has this passkey already. */
    boolean add(Stored passkey, byte[] credentialId, String name) {
        return hibernate
                        .createNativeMutationQuery(ADD)
                        .setParameter(1, passkey.member())
                        .setParameter(2, hash(credentialId))
                        .setParameter(3, passkey.credential())
                        .setParameter(4, passkey.signatures())
                        .setParameter(5, passkey.backupEligible())
                        .setParameter(6, passkey.backedUp())
                        .setParameter(7, name)
                        .setParameter(8, now())
                        .executeUpdate()
                == 1;
    }

    /** Stores the use. Returns false if the counter did not grow: somebody has a copy of the passkey, or used it concurrently. */
    boolean used(long id, long signatures, boolean backedUp) {
        return hibernate
                        .createNativeMutationQuery(USED)
                        .setParameter(1, signatures)
                        .setParameter(2, backedUp)
                        .setParameter(3, now())
                        .setParameter(4, id)
                        .executeUpdate()
                == 1;
    }

    boolean remove(long id, long member) {
        return hibernate
                        .createNativeMutationQuery(REMOVE)
                        .setParameter(1, id)
                        .setParameter(2, member)
                        .executeUpdate()
                == 1;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] hash(byte[] credentialId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.wrap(credentialId));
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
