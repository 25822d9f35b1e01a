package askme.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes for members who have lost their phone: 120 random bits, so that a plain digest protects them (ASVS 5.0, 6.5.2). */
final class RecoveryCode {

    /** How many a member gets. */
    static final int COUNT = 10;

    private static final int BYTES = 15;

    private RecoveryCode() {}

    /** New ones, as people read them: {@code abcd-efgh-…}. */
    static List<String> next(SecureRandom random) {
        return Stream.generate(() -> {
                    byte[] bytes = new byte[BYTES];
                    random.nextBytes(bytes);
                    return Base32.grouped(Base32.encode(bytes), "-").toLowerCase(Locale.ROOT);
                })
                .limit(COUNT)
                .toList();
    }

    /** The digest of a code, however it is typed. */
    static byte[] hash(String typed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base32.normalized(typed).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
