package askme.factor;

import askme.database.Row;
import askme.web.security.Encryption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.hibernate.Session;

/** The secrets that members' authenticator apps share with the site, encrypted for the member. The caller begins the transaction. */
@ApplicationScoped
class TotpTable {

    static final String FIND = "SELECT secret, last_step FROM totp WHERE member_id = ?1";
    static final String ADD = "INSERT INTO totp (member_id, secret, last_step, added_at) VALUES (?1, ?2, ?3, ?4)";
    static final String USE = "UPDATE totp SET last_step = ?1 WHERE member_id = ?2 AND last_step < ?1";
    static final String REMOVE = "DELETE FROM totp WHERE member_id = ?1";

    private final Session hibernate;
    private final Encryption encryption;
    private final Clock clock;

    TotpTable(Session hibernate, Encryption encryption, Clock clock) {
        this.hibernate = hibernate;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** @param lastStep the last period whose code was used */
    record Stored(byte[] secret, long lastStep) {}

    /** The member's secret; empty without an app, and if the secret of the site has changed since. */
    Optional<Stored> find(long member) {
        return hibernate
                .createNativeQuery(FIND, Object[].class)
                .setParameter(1, member)
                .setTupleTransformer(Row::new)
                .getResultStream()
                .findFirst()
                .flatMap(row -> encryption
                        .decrypt(purpose(member), row.text("secret"))
                        .map(secret -> new Stored(Base64.getDecoder().decode(secret), row.id("last_step"))));
    }

    void add(long member, byte[] secret, long step) {
        hibernate
                .createNativeMutationQuery(ADD)
                .setParameter(1, member)
                .setParameter(
                        2,
                        encryption.encrypt(purpose(member), Base64.getEncoder().encodeToString(secret)))
                .setParameter(3, step)
                .setParameter(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Whether no code of this period or a later one was used before. From now on it is used. */
    boolean use(long member, long step) {
        return hibernate
                        .createNativeMutationQuery(USE)
                        .setParameter(1, step)
                        .setParameter(2, member)
                        .executeUpdate()
                == 1;
    }

    boolean remove(long member) {
        return hibernate
                        .createNativeMutationQuery(REMOVE)
                        .setParameter(1, member)
                        .executeUpdate()
                > 0;
    }

    private static String purpose(long member) {
        return "totp " + member;
    }
}
