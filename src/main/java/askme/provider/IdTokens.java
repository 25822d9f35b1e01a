package askme.provider;

import askme.provider.ProviderFailure.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7): signature, issuer, audience, times, nonce and a fresh sign-in. */
final class IdTokens {

    private static final int SKEW_S = 30;

    /** Only algorithms with a public key: neither {@code none}, nor one with a key that the provider shares with us. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private final String issuer;
    private final String clientId;
    private final VerificationKeyResolver keys;
    private final Clock clock;

    IdTokens(String issuer, String clientId, VerificationKeyResolver keys, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of {@code token} if it was made for this journey, together with this access token. */
    JwtClaims check(String token, String accessToken, SignInFlow flow) throws ProviderFailure {
        try {
            JwtContext checked = new JwtConsumerBuilder()
                    .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                    .setAllowedClockSkewInSeconds(SKEW_S)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireSubject()
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(clientId)
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setVerificationKeyResolver(keys)
                    .build()
                    .process(token);
            JwtClaims claims = checked.getJwtClaims();
            require(flow.nonce().equals(claims.getStringClaimValue("nonce")), "the nonce is not ours");
            checkParty(claims);
            checkAccessToken(claims, checked.getJoseObjects().get(0).getAlgorithmHeaderValue(), accessToken);
            if (flow.needsFreshSignIn()) {
                checkFresh(claims, flow);
            }
            return claims;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new ProviderFailure(Reason.REFUSED, issuer + ": the ID token is not valid: " + e.getMessage(), e);
        }
    }

    /** A token for several parties names the one that asked for it. */
    private void checkParty(JwtClaims claims) throws MalformedClaimException, ProviderFailure {
        String party = claims.getStringClaimValue("azp");
        require(party == null ? claims.getAudience().size() == 1 : party.equals(clientId), "it is of another party");
    }

    /** The hash is optional in the code flow; its size follows the algorithm of the signature (OpenID Connect Core 1.0, 3.1.3.6). */
    private void checkAccessToken(JwtClaims claims, String algorithm, String accessToken)
            throws MalformedClaimException, ProviderFailure {
        String hash = claims.getStringClaimValue("at_hash");
        require(hash == null || hash.equals(leftHalf(algorithm, accessToken)), "the access token is another one");
    }

    private static String leftHalf(String algorithm, String accessToken) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-" + algorithm.substring(2))
                    .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256, SHA-384 and SHA-512", e);
        }
    }

    private void checkFresh(JwtClaims claims, SignInFlow flow) throws MalformedClaimException, ProviderFailure {
        Instant authenticated = authenticatedAt(claims);
        require(authenticated != null, "it does not say when the person signed in");
        require(
                !authenticated.isBefore(Instant.ofEpochSecond(flow.startedAt() - SKEW_S))
                        && !authenticated.isAfter(clock.instant().plusSeconds(SKEW_S)),
                "the person did not sign in now");
    }

    /** When the person signed in at the provider; null if the token does not say it. */
    static Instant authenticatedAt(JwtClaims claims) throws MalformedClaimException {
        NumericDate time = claims.getNumericDateClaimValue("auth_time");
        return time == null ? null : Instant.ofEpochSecond(time.getValue());
    }

    private void require(boolean holds, String otherwise) throws ProviderFailure {
        if (!holds) {
            throw new ProviderFailure(Reason.REFUSED, issuer + ": the ID token is refused: " + otherwise);
        }
    }
}
