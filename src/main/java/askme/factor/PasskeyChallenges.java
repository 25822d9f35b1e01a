package askme.factor;

import askme.session.UsedOnce;
import askme.web.security.Encryption;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The challenges that passkeys sign. Nothing is stored until one comes back; then it cannot come back again. */
@ApplicationScoped
class PasskeyChallenges {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Encryption encryption;
    private final UsedOnce used;
    private final Clock clock;

    PasskeyChallenges(Encryption encryption, UsedOnce used, Clock clock) {
        this.encryption = encryption;
        this.used = used;
        this.clock = clock;
    }

    /** @param token comes back with the signature */
    record Made(String challenge, String token) {}

    /** @param purpose what the signature is for; another one must not use it */
    Made next(String purpose) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String ends = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
        return new Made(challenge, encryption.encrypt("passkey " + purpose, ends + " " + challenge));
    }

    /** The challenge of this token (may be null); empty if it has ended, is of another purpose or was used before. */
    Optional<Challenge> use(String purpose, String token) {
        return encryption
                .decrypt("passkey " + purpose, token)
                .map(text -> text.split(" "))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0]))))
                .filter(parts -> used.use(parts[1], LIFE))
                .map(parts -> new DefaultChallenge(Base64.getUrlDecoder().decode(parts[1])));
    }
}
