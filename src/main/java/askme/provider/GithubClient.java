package askme.provider;

import askme.provider.ProviderFailure.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** GitHub: OAuth 2 with its interfaces for the user and the e-mail addresses. It has no ID token, and no proof of a fresh sign-in. */
final class GithubClient implements ProviderClient {

    private static final String PUBLIC_SITE = "https://github.com";
    private final Provider provider;
    private final ProviderCalls calls;
    private final String site;
    private final String api;

    GithubClient(Provider provider, ProviderCalls calls) {
        this.provider = provider;
        this.calls = calls;
        site = provider.url().replaceFirst("/+$", "");
        api = site.equals(PUBLIC_SITE) ? "https://api.github.com" : site + "/api/v3";
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public URI authorization(SignInFlow flow, String redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", provider.clientId());
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", "read:user user:email");
        parameters.put("state", flow.state());
        parameters.put("code_challenge", flow.challenge());
        parameters.put("code_challenge_method", "S256");
        return URI.create(site + "/login/oauth/authorize?" + ProviderCalls.encoded(parameters));
    }

    @Override
    public ExternalIdentity identify(SignInFlow flow, ProviderAnswer answer, String redirectUri)
            throws ProviderFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", provider.clientId());
        form.put("client_secret", provider.clientSecret());
        form.put("code", answer.code());
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", flow.verifier());
        JsonNode tokens = calls.post(URI.create(site + "/login/oauth/access_token"), Map.of(), form);
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());
        JsonNode user = calls.get(URI.create(api + "/user"), headers);
        JsonNode addresses = calls.get(URI.create(api + "/user/emails"), headers);
        ExternalIdentity found = new ExternalIdentity(
                provider.name(),
                site,
                user.path("id").isIntegralNumber() ? user.path("id").asText() : "",
                user.path("login").asText(null),
                verified(addresses),
                null);
        if (!found.isWellFormed()) {
            throw new ProviderFailure(Reason.REFUSED, provider + " does not say who the user is");
        }
        return found;
    }

    /** The address that the user named as the primary one, if GitHub has verified it. */
    private static String verified(JsonNode addresses) {
        for (JsonNode address : addresses) {
            if (address.path("primary").asBoolean(false)
                    && address.path("verified").asBoolean(false)) {
                return address.path("email").asText(null);
            }
        }
        return null;
    }

    @Override
    public Optional<URI> signOut(String back) {
        return Optional.empty();
    }
}
