package askme.web.security;

import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) over a purpose and a value, so that a signature is valid for one purpose only. */
@ApplicationScoped
public class Signer {

    private static final int MIN_SECRET_LENGTH = 32;
    private final SecretKeySpec key;

    Signer(WebConfig config) {
        if (config.secret().length() < MIN_SECRET_LENGTH) {
            throw new IllegalStateException("askme.secret (ASKME_SECRET) must have 32 characters or more");
        }
        key = new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The signature of {@code value} for {@code purpose}: 43 characters of base64url. */
    public String sign(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] signature = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether {@code signature} (may be null) belongs to {@code value}. The time does not depend on the difference. */
    boolean verify(String purpose, String value, String signature) {
        return signature != null
                && MessageDigest.isEqual(
                        sign(purpose, value).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code value.signature}, which {@link #open} reads. The value may contain dots. */
    public String seal(String purpose, String value) {
        return value + "." + sign(purpose, value);
    }

    /** The value that {@link #seal} signed for the same purpose. Empty for any other text and for null. */
    public Optional<String> open(String purpose, String sealed) {
        int dot = sealed == null ? -1 : sealed.lastIndexOf('.');
        if (dot < 0 || !verify(purpose, sealed.substring(0, dot), sealed.substring(dot + 1))) {
            return Optional.empty();
        }
        return Optional.of(sealed.substring(0, dot));
    }
}
