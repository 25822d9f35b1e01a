package askme.fill;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of all generated members. It is hashed once, because a thousand Argon2 hashes would take a minute. */
public final class SharedPassword {

    /** Everybody can know it, so it is never set in production. */
    public static final String KNOWN = "askme-askme";

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int HASH_BYTES = 32;
    private static final int RANDOM_BYTES = 32;

    private SharedPassword() {}

    /** A hash that matches {@link #KNOWN}. */
    public static String known() {
        return hash(KNOWN.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash that matches only a random password, which is not stored. */
    static String unknown() {
        return hash(Base64.getEncoder().encode(random(RANDOM_BYTES)));
    }

    private static String hash(byte[] password) {
        return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, 1, HASH_BYTES, Argon2.ID)
                .hash(password, random(HASH_BYTES / 2))
                .getResult();
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
