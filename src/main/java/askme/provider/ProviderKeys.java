package askme.provider;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The public keys of a provider. An unknown key makes it read them again, not more often than once in half a minute. */
final class ProviderKeys implements VerificationKeyResolver {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Source source;
    private final Clock clock;
    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private List<JsonWebKey> keys = List.of();
    private Instant readAt = Instant.MIN;

    /** Reads the key set as JSON. */
    @FunctionalInterface
    interface Source {
        String read() throws ProviderFailure;
    }

    ProviderKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> around) throws UnresolvableKeyException {
        try {
            JsonWebKey key = selector.select(signature, keys(FRESH));
            if (key == null) {
                key = selector.select(signature, keys(AGAIN));
            }
            if (key == null) {
                throw new UnresolvableKeyException("the provider has no such key");
            }
            return key.getKey();
        } catch (JoseException | ProviderFailure e) {
            throw new UnresolvableKeyException("the keys of the provider cannot be read", e);
        }
    }

    /** The keys, not older than {@code age}. */
    private synchronized List<JsonWebKey> keys(Duration age) throws ProviderFailure, JoseException {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(age))) {
            keys = new JsonWebKeySet(source.read()).getJsonWebKeys();
            readAt = now;
        }
        return keys;
    }
}
