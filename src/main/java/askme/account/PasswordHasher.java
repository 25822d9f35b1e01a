package askme.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id (RFC 9106) with the figures of OWASP's Password Storage cheat sheet. The whole password counts, in Unicode's
 * form NFKC (NIST SP 800-63B, 5.1.1.2), so that the same letters typed on another system match.
 */
final class PasswordHasher {

    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Characters no password has; NFKC makes eighteen of one, so that a longer text is not even brought into that form. */
    private static final int TOO_LONG = 2_001;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function function;
    private final Semaphore turns;
    private final String nobody;

    /** @param concurrency hashes computed at a time: the bound on the memory they take */
    PasswordHasher(int memoryKib, int iterations, int concurrency) {
        function = Argon2Function.getInstance(memoryKib, iterations, 1, HASH_BYTES, Argon2.ID);
        turns = new Semaphore(concurrency, true);
        nobody = hash("nobody's");
    }

    /** Too many people sign in at once; later it will work. */
    static final class Busy extends RuntimeException {}

    /** The hash in PHC format, with parameters and salt. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> function.hash(bytes(password), salt).getResult());
    }

    boolean matches(String password, String hash) {
        return password.length() < TOO_LONG
                && inTurn(() -> Argon2Function.getInstanceFromHash(hash)
                        .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes as long as {@link #matches} and says no: for a name that has no account. */
    boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    /** Whether the hash was made with other figures than today's. */
    boolean outdated(String hash) {
        Argon2Function made = Argon2Function.getInstanceFromHash(hash);
        return made.getMemory() != function.getMemory()
                || made.getIterations() != function.getIterations()
                || made.getParallelism() != function.getParallelism()
                || made.getVariant() != function.getVariant()
                || made.getOutputLength() != function.getOutputLength();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
