package askme.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session's id as the database knows it: the SHA-256 of what is in the cookie. Equal ids are equal values.
 *
 * @param handle the digest in base64url, which may stand in a page: the cookie's value cannot be had from it
 */
public record SessionId(String handle) {

    private static final int BYTES = 32;
    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** A new value for a cookie: 256 random bits. */
    static String newCookie(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    /** The id behind a cookie's value, or empty where no session can have that value (null allowed). */
    static Optional<SessionId> ofCookie(String value) {
        if (value == null || !COOKIE.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SessionId(ENCODER.encodeToString(sha256(value))));
    }

    /** The id of a row. */
    static SessionId ofHash(byte[] hash) {
        return new SessionId(ENCODER.encodeToString(hash));
    }

    /** The id that a page's form names, or empty where it is none. */
    public static Optional<SessionId> ofHandle(String handle) {
        return handle != null && COOKIE.matcher(handle).matches()
                ? Optional.of(new SessionId(handle))
                : Optional.empty();
    }

    /** The column's value. */
    byte[] hash() {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(handle), BYTES);
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
