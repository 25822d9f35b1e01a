package askme.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a token: a prefix and 256 random bits. Programs that search repositories for secrets find it by the prefix.
 */
final class TokenText {

    static final String PREFIX = "askme_";
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private TokenText() {}

    static String make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token in a header {@code Authorization}; empty if it holds none of this site. */
    static Optional<String> inHeader(String header) {
        return Optional.of(HEADER.matcher(header))
                .filter(m -> m.matches() && TOKEN.matcher(m.group(1)).matches())
                .map(m -> m.group(1));
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
