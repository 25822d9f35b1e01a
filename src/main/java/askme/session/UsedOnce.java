package askme.session;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Stores tokens that must not be used a second time, such as the challenge of a passkey, until they have expired anyway. */
@ApplicationScoped
public class UsedOnce {

    static final String USE = "INSERT IGNORE INTO used_once (token_hash, ends_at) VALUES (?, ?)";
    static final String SWEEP = "DELETE FROM used_once WHERE ends_at < ? ORDER BY ends_at LIMIT 100";

    private final Jdbc jdbc;
    private final Clock clock;

    UsedOnce(AgroalDataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    /**
     * Whether this is the first use of {@code token}.
     *
     * @param life how long the token is valid in other respects
     */
    public boolean use(String token, Duration life) {
        Instant now = clock.instant();
        try {
            jdbc.update(SWEEP, now);
            return jdbc.update(USE, hash(token), now.plus(life)) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a use cannot be stored", e);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
