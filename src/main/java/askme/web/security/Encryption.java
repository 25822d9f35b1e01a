package askme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short texts that the database stores or that come back in a cookie: AES-256-GCM (NIST SP 800-38D). Each purpose has a
 * separate key, derived from the secret of the site.
 */
@ApplicationScoped
public class Encryption {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Signer signer;

    public Encryption(Signer signer) {
        this.signer = signer;
    }

    /** {@code text}, encrypted, in base64url. Each call gives another result. */
    public String encrypt(String purpose, String text) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, purpose, iv).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(iv.length + encrypted.length)
                    .put(iv)
                    .put(encrypted)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The text that {@link #encrypt} encrypted for the same purpose. Empty for any other text and for null. */
    public Optional<String> decrypt(String purpose, String encrypted) {
        if (encrypted == null) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(encrypted);
            if (all.length < IV_BYTES + TAG_BITS / Byte.SIZE) { // too short for the provider of the cipher
                return Optional.empty();
            }
            byte[] iv = new byte[IV_BYTES];
            System.arraycopy(all, 0, iv, 0, IV_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, purpose, iv).doFinal(all, IV_BYTES, all.length - IV_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] iv) throws GeneralSecurityException {
        byte[] key = Base64.getUrlDecoder().decode(signer.sign("encryption", purpose));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
