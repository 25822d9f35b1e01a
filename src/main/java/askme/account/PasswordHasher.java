package askme.account;

import askme.member.Busy;
import askme.resilience.Bulkhead;
import askme.resilience.RequestDeadline;
import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;

/**
 * Argon2id (RFC 9106) with the parameters of OWASP's Password Storage cheat sheet. The whole password counts. It is hashed in
 * Unicode's form NFKC (NIST SP 800-63B, 5.1.1.2), so that the same letters typed on another system match.
 *
 * <p>Every method that hashes throws {@link Busy} if too many hashes are computed at the moment.
 */
public final class PasswordHasher {

    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** Members who sign in at the same moment, such as a class, and wait. A hash takes some hundredths of a second. */
    private static final int MOST_WAITING = 24;

    /** Far longer than any password. NFKC can make 18 characters of one, so longer texts are not even normalized. */
    private static final int TOO_LONG = 2_001;

    private static final String BCRYPT = "$2";
    private static final int BYTES_OF_BCRYPT = 72;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function function;
    private final Bulkhead bulkhead;
    private final String hashOfNobody;

    /**
     * @param memoryKib memory for one hash, in KiB
     * @param concurrency hashes computed at a time, which bounds the memory in use
     */
    PasswordHasher(int memoryKib, int iterations, int concurrency) {
        this(memoryKib, iterations, new Bulkhead(concurrency, MOST_WAITING, LONGEST_WAIT));
    }

    PasswordHasher(int memoryKib, int iterations, Bulkhead bulkhead) {
        function = Argon2Function.getInstance(memoryKib, iterations, 1, HASH_BYTES, Argon2.ID);
        this.bulkhead = bulkhead;
        hashOfNobody = hash("nobody's");
    }

    /** The hash of {@code password} in PHC format, with parameters and salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return limited(() -> function.hash(bytes(password), salt).getResult());
    }

    /** Whether {@code hash}, in PHC format, is a hash of {@code password}. Imported members may have one of bcrypt. */
    boolean matches(String password, String hash) {
        return password.length() < TOO_LONG
                && limited(
                        () -> hash.startsWith(BCRYPT) ? matchesBcrypt(password, hash) : matchesArgon2(password, hash));
    }

    private static boolean matchesArgon2(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** The site that made the hash took the letters as they were typed, and at most the bytes that count. */
    private static boolean matchesBcrypt(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= BYTES_OF_BCRYPT
                && BcryptFunction.getInstanceFromHash(hash).check(password, hash);
    }

    /** Takes as long as {@link #matches} and returns false: for a name without an account. */
    boolean matchesNobody(String password) {
        matches(password, hashOfNobody);
        return false;
    }

    /** Whether the hash was made with parameters that differ from the configured ones, or is not of Argon2. */
    boolean outdated(String hash) {
        if (hash.startsWith(BCRYPT)) {
            return true;
        }
        Argon2Function made = Argon2Function.getInstanceFromHash(hash);
        return made.getMemory() != function.getMemory()
                || made.getIterations() != function.getIterations()
                || made.getParallelism() != function.getParallelism()
                || made.getVariant() != function.getVariant()
                || made.getOutputLength() != function.getOutputLength();
    }

    private <T> T limited(Bulkhead.Work<T, RuntimeException> work) {
        return RequestDeadline.excluding(() -> bulkhead.call(work)).orElseThrow(() -> new Busy("passwords"));
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
