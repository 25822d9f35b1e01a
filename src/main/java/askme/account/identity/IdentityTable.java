package askme.account.identity;

import askme.database.Row;
import askme.provider.ExternalIdentity;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** How providers know the members. The caller begins the transaction. */
@ApplicationScoped
class IdentityTable {

    static final String FIND = "SELECT member_id FROM member_identity WHERE issuer = ?1 AND subject = ?2";
    static final String OF_MEMBER = "SELECT id, provider, name, added_at, used_at FROM member_identity"
            + " WHERE member_id = ?1 ORDER BY id LIMIT 20";
    static final String ADD =
            "INSERT IGNORE INTO member_identity (member_id, provider, issuer, subject, name, added_at)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    static final String USED = "UPDATE member_identity SET used_at = ?1 WHERE issuer = ?2 AND subject = ?3";
    static final String REMOVE = "DELETE FROM member_identity WHERE id = ?1 AND member_id = ?2";

    /** The member without a proof of the address loses it to the person whose provider has verified it. */
    static final String FREE_ADDRESS = "UPDATE member SET email = NULL WHERE email = ?1 AND email_confirmed_at IS NULL";

    static final String OWNER = "SELECT id FROM member WHERE email = ?1 AND email_confirmed_at IS NOT NULL";

    private final Session hibernate;
    private final Clock clock;

    IdentityTable(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** A line in the list of the member's identities. */
    @TemplateData
    record Line(long id, String provider, String name, Instant addedAt, Instant usedAt) {}

    /** The member whom the provider means. */
    Optional<Long> member(ExternalIdentity identity) {
        return hibernate
                .createNativeQuery(FIND, Long.class)
                .setParameter(1, identity.issuer())
                .setParameter(2, identity.subject())
                .uniqueResultOptional();
    }

    List<Line> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("provider", String.class)
                .addScalar("name", String.class)
                .addScalar("added_at", Instant.class)
                .addScalar("used_at", Instant.class)
                .setParameter(1, member)
                .setTupleTransformer(Row::new)
                .getResultStream()
                .map(row -> new Line(
                        row.id("id"),
                        row.text("provider"),
                        row.text("name"),
                        row.moment("added_at"),
                        row.moment("used_at")))
                .toList();
    }

    /** Returns false, and changes nothing, if it belongs to a member already. */
    boolean add(long member, ExternalIdentity identity) {
        return hibernate
                        .createNativeMutationQuery(ADD)
                        .setParameter(1, member)
                        .setParameter(2, identity.provider())
                        .setParameter(3, identity.issuer())
                        .setParameter(4, identity.subject())
                        .setParameter(5, identity.name())
                        .setParameter(6, now())
                        .executeUpdate()
                == 1;
    }

    void used(ExternalIdentity identity) {
        hibernate
                .createNativeMutationQuery(USED)
                .setParameter(1, now())
                .setParameter(2, identity.issuer())
                .setParameter(3, identity.subject())
                .executeUpdate();
    }

    boolean remove(long id, long member) {
        return hibernate
                        .createNativeMutationQuery(REMOVE)
                        .setParameter(1, id)
                        .setParameter(2, member)
                        .executeUpdate()
                == 1;
    }

    /** Takes the address from a member who never proved it. */
    void freeAddress(String email) {
        hibernate.createNativeMutationQuery(FREE_ADDRESS).setParameter(1, email).executeUpdate();
    }

    /** Whether a member has proved to own the address. */
    boolean hasOwner(String email) {
        return !hibernate
                .createNativeQuery(OWNER, Long.class)
                .setParameter(1, email)
                .getResultList()
                .isEmpty();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
