package askme.factor;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;

/** The recovery codes of members. The caller begins the transaction. */
@ApplicationScoped
class RecoveryCodes {

    static final String ADD = "INSERT INTO recovery_code (member_id, code_hash) VALUES (?1, ?2)";
    static final String REMOVE = "DELETE FROM recovery_code WHERE member_id = ?1";
    static final String USE =
            "UPDATE recovery_code SET used_at = ?1 WHERE member_id = ?2 AND code_hash = ?3 AND used_at IS NULL";
    static final String LEFT = "SELECT COUNT(*) FROM recovery_code WHERE member_id = ?1 AND used_at IS NULL";

    private final SecureRandom random = new SecureRandom();
    private final Session hibernate;
    private final Clock clock;

    RecoveryCodes(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** New codes instead of those before. They can be shown only now. */
    List<String> renew(long member) {
        remove(member);
        List<String> codes = RecoveryCode.next(random);
        for (String code : codes) {
            hibernate
                    .createNativeMutationQuery(ADD)
                    .setParameter(1, member)
                    .setParameter(2, RecoveryCode.hash(code))
                    .executeUpdate();
        }
        return codes;
    }

    /** Returns whether there were any. */
    boolean remove(long member) {
        return hibernate
                        .createNativeMutationQuery(REMOVE)
                        .setParameter(1, member)
                        .executeUpdate()
                > 0;
    }

    /** Whether {@code typed} is one of the member's codes and was not used before. From now on it is used. */
    boolean use(long member, String typed) {
        return hibernate
                        .createNativeMutationQuery(USE)
                        .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .setParameter(2, member)
                        .setParameter(3, RecoveryCode.hash(typed))
                        .executeUpdate()
                == 1;
    }

    /** How many codes the member has not used. */
    int left(long member) {
        return ((Number) hibernate
                        .createNativeQuery(LEFT, Long.class)
                        .setParameter(1, member)
                        .getSingleResult())
                .intValue();
    }
}
