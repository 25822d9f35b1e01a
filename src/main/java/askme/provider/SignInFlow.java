package askme.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * One journey of a browser to a provider and back. An encrypted cookie holds it, so only the browser that began it ends it.
 *
 * @param state comes back with the browser (RFC 6749, 10.12)
 * @param nonce comes back in the ID token
 * @param verifier the secret of PKCE (RFC 7636)
 * @param purpose the reason of the journey
 * @param member who began it; 0 for a guest
 * @param startedAt in seconds
 * @param back the local path to go on to
 * @param invitation the token of an invitation, or empty
 */
@RegisterForReflection
public record SignInFlow(
        String provider,
        String state,
        String nonce,
        String verifier,
        Purpose purpose,
        long member,
        long startedAt,
        String back,
        String invitation) {

    /** How long somebody may take at the provider. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 32;

    /** The reason of a journey. */
    public enum Purpose {
        SIGN_IN,
        /** A signed-in member adds this way to sign in. */
        CONNECT,
        /** A signed-in member proves again who it is. */
        CONFIRM
    }

    /** A new one with fresh secrets. */
    public static SignInFlow begin(
            String provider,
            Purpose purpose,
            long member,
            String back,
            String invitation,
            SecureRandom random,
            Instant now) {
        return new SignInFlow(
                provider,
                secret(random),
                secret(random),
                secret(random),
                purpose,
                member,
                now.getEpochSecond(),
                back,
                invitation);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a browser with this state (may be null) comes back from this journey in time. */
    public boolean isEndedBy(String provider, String state, Instant now) {
        return state != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), this.state.getBytes(StandardCharsets.UTF_8))
                && this.provider.equals(provider)
                && now.isBefore(Instant.ofEpochSecond(startedAt).plus(LIFE));
    }

    /** The challenge of PKCE by the method S256. */
    @JsonIgnore
    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the provider must ask the person again, although a session is open there. */
    @JsonIgnore
    boolean needsFreshSignIn() {
        return purpose == Purpose.CONFIRM;
    }
}
