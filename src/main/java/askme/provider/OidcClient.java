package askme.provider;

import askme.provider.ProviderFailure.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** OpenID Connect: the code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1). */
final class OidcClient implements ProviderClient {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final Provider provider;
    private final ProviderCalls calls;
    private final Clock clock;
    private final IdTokens tokens;
    private volatile Known known;

    /** The metadata and when it was read. */
    private record Known(OidcMetadata metadata, Instant at) {}

    OidcClient(Provider provider, ProviderCalls calls, Clock clock) {
        this.provider = provider;
        this.calls = calls;
        this.clock = clock;
        ProviderKeys keys =
                new ProviderKeys(() -> calls.get(metadata().keys(), Map.of()).toString(), clock);
        tokens = new IdTokens(provider.url(), provider.clientId(), keys, clock);
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public URI authorization(SignInFlow flow, String redirectUri) throws ProviderFailure {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", provider.clientId());
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", "openid email profile");
        parameters.put("state", flow.state());
        parameters.put("nonce", flow.nonce());
        parameters.put("code_challenge", flow.challenge());
        parameters.put("code_challenge_method", "S256");
        if (flow.needsFreshSignIn()) {
            parameters.put("max_age", "0");
        }
        return with(metadata().authorization(), parameters);
    }

    private static URI with(URI address, Map<String, String> parameters) {
        String before = address.toASCIIString();
        return URI.create(before + (address.getRawQuery() == null ? "?" : "&") + ProviderCalls.encoded(parameters));
    }

    @Override
    public ExternalIdentity identify(SignInFlow flow, ProviderAnswer answer, String redirectUri)
            throws ProviderFailure {
        OidcMetadata metadata = metadata();
        checkIssuer(metadata, answer.issuer());
        JsonNode found = exchange(metadata, flow, answer.code(), redirectUri);
        String accessToken = found.path("access_token").asText("");
        JwtClaims claims = tokens.check(found.path("id_token").asText(""), accessToken, flow);
        try {
            JsonNode more = claims.hasClaim("email") || metadata.userInfo() == null
                    ? null
                    : userInfo(metadata, accessToken, claims.getSubject());
            ExternalIdentity identity = new ExternalIdentity(
                    provider.name(),
                    claims.getIssuer(),
                    claims.getSubject(),
                    name(claims, more),
                    email(claims, more),
                    IdTokens.authenticatedAt(claims));
            if (!identity.isWellFormed()) {
                throw new ProviderFailure(Reason.REFUSED, provider + " names a subject that is too long");
            }
            return identity;
        } catch (MalformedClaimException e) {
            throw new ProviderFailure(Reason.REFUSED, provider + ": a claim has another type", e);
        }
    }

    /** An answer of one provider must not end the journey to another one (RFC 9207). */
    private void checkIssuer(OidcMetadata metadata, String issuer) throws ProviderFailure {
        boolean fits = issuer == null ? !metadata.namesIssuer() : issuer.equals(provider.url());
        if (!fits) {
            throw new ProviderFailure(Reason.REFUSED, provider + ": the answer is of the issuer " + issuer);
        }
    }

    private JsonNode exchange(OidcMetadata metadata, SignInFlow flow, String code, String redirectUri)
            throws ProviderFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", flow.verifier());
        Map<String, String> headers = new LinkedHashMap<>();
        if (metadata.secretInForm()) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", provider.clientSecret());
        } else {
            headers.put("Authorization", "Basic " + basic());
        }
        return calls.post(metadata.token(), headers, form);
    }

    private String basic() {
        String pair = URLEncoder.encode(provider.clientId(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(provider.clientSecret(), StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode userInfo(OidcMetadata metadata, String accessToken, String subject) throws ProviderFailure {
        JsonNode found = calls.get(metadata.userInfo(), Map.of("Authorization", "Bearer " + accessToken));
        if (!subject.equals(found.path("sub").asText())) {
            throw new ProviderFailure(Reason.REFUSED, provider + ": the user information is of somebody else");
        }
        return found;
    }

    private static String name(JwtClaims claims, JsonNode more) {
        for (String claim : new String[] {"preferred_username", "nickname", "name", "email"}) {
            Object value = claims.hasClaim(claim) || more == null
                    ? claims.getClaimValue(claim)
                    : more.path(claim).asText(null);
            if (value instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** Null unless the provider says that the person owns it. A text "true" is not enough. */
    private static String email(JwtClaims claims, JsonNode more) {
        if (more != null) {
            return Boolean.TRUE.equals(more.path("email_verified").booleanValue())
                    ? more.path("email").asText(null)
                    : null;
        }
        return Boolean.TRUE.equals(claims.getClaimValue("email_verified"))
                        && claims.getClaimValue("email") instanceof String address
                ? address
                : null;
    }

    @Override
    public Optional<URI> signOut(String back) {
        Known before = known; // a sign-out does not wait for the provider
        if (before == null || before.metadata().endSession() == null) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", provider.clientId());
        parameters.put("post_logout_redirect_uri", back);
        return Optional.of(with(before.metadata().endSession(), parameters));
    }

    private OidcMetadata metadata() throws ProviderFailure {
        Known before = known;
        if (before != null && before.at().isAfter(clock.instant().minus(FRESH))) {
            return before.metadata();
        }
        URI address = URI.create(provider.url().replaceFirst("/+$", "") + DISCOVERY);
        OidcMetadata read = OidcMetadata.of(calls.get(address, Map.of()), provider.url());
        known = new Known(read, clock.instant());
        return read;
    }
}
