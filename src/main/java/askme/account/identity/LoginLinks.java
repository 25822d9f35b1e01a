package askme.account.identity;

import askme.database.NewTransaction;
import askme.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.hibernate.Session;

/** Links that sign an administrator in once, when the providers cannot. Only a command on the server makes them. */
@ApplicationScoped
class LoginLinks {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final String ADD = "INSERT INTO login_link (token_hash, member_id, ends_at) VALUES (?1, ?2, ?3)";
    static final String FIND = "SELECT member_id FROM login_link WHERE token_hash = ?1 AND ends_at > ?2";
    static final String USE = "DELETE FROM login_link WHERE token_hash = ?1";
    static final String SWEEP = "DELETE FROM login_link WHERE ends_at < ?1";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Session hibernate;
    private final Clock clock;

    LoginLinks(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** A new token for the member. */
    String make(long member) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        NewTransaction.run(() -> {
            hibernate.createNativeMutationQuery(SWEEP).setParameter(1, now()).executeUpdate();
            hibernate
                    .createNativeMutationQuery(ADD)
                    .setParameter(1, hash(token))
                    .setParameter(2, member)
                    .setParameter(3, now().plus(LIFE))
                    .executeUpdate();
        });
        return token;
    }

    /** The administrator whom the link signs in; empty if it has ended. */
    Optional<Member> member(String token) {
        return NewTransaction.call(() -> hibernate
                .createNativeQuery(FIND, Long.class)
                .setParameter(1, hash(token))
                .setParameter(2, now())
                .uniqueResultOptional()
                .flatMap(id -> Member.<Member>findByIdOptional(id)));
    }

    /** Ends the link. Returns false if another request was faster. */
    boolean use(String token) {
        return NewTransaction.call(() -> hibernate
                        .createNativeMutationQuery(USE)
                        .setParameter(1, hash(token))
                        .executeUpdate()
                == 1);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
