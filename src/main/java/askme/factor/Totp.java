package askme.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app (RFC 6238): six digits, a new one each 30 seconds. Apps know no other kind. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final Duration PERIOD = Duration.ofSeconds(30);

    /** The clock of a phone may be wrong by one period (RFC 6238, 5.2). */
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(PERIOD);

    /**
     * The period whose code was typed. Empty for a wrong code, and for one that is not newer than {@code lastStep}: each code
     * works once. The time does not depend on the code.
     */
    OptionalLong step(byte[] secret, String typed, long lastStep, Instant now) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / PERIOD.toSeconds();
        long found = -1;
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            boolean same = MessageDigest.isEqual(code, code(secret, step).getBytes(StandardCharsets.UTF_8));
            found = same && step > lastStep ? step : found;
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** The code of a period. */
    String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * PERIOD.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }
}
