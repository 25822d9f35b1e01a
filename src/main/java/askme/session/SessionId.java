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
 * A session's id as the database stores it: the SHA-256 of the cookie's value.
 *
 * @param handle the digest in base64url; a page may show it, as the cookie's value cannot be computed from it
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

    /** The id for a cookie's value (null allowed); empty if no session can have that value. */
    static Optional<SessionId> ofCookie(String value) {
        if (value == null || !COOKIE.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SessionId(ENCODER.encodeToString(sha256(value))));
    }

    /** The id of a row, from its column {@code id_hash}. */
    static SessionId ofHash(byte[] hash) {
        return new SessionId(ENCODER.encodeToString(hash));
    }

    /** The id for a handle that a form sent (null allowed); empty if it is malformed. */
    public static Optional<SessionId> ofHandle(String handle) {
        return handle != null && COOKIE.matcher(handle).matches()
                ? Optional.of(new SessionId(handle))
                : Optional.empty();
    }

    /** The value of the column {@code id_hash}. */
    public byte[] hash() {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(handle), BYTES);
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
