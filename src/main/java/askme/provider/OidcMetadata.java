package askme.provider;

import askme.provider.ProviderFailure.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * The addresses of a provider (OpenID Connect Discovery 1.0, 3).
 *
 * @param userInfo null if it has none
 * @param endSession null if it has none
 * @param namesIssuer whether its answers name the issuer (RFC 9207)
 * @param secretInForm whether the secret of the client is in the form instead of a header
 */
record OidcMetadata(
        URI authorization,
        URI token,
        URI keys,
        URI userInfo,
        URI endSession,
        boolean namesIssuer,
        boolean secretInForm) {

    /** The metadata of the issuer; another one must not answer for it. */
    static OidcMetadata of(JsonNode found, String issuer) throws ProviderFailure {
        if (!issuer.equals(found.path("issuer").asText())) {
            throw new ProviderFailure(
                    Reason.REFUSED,
                    "the provider calls itself " + found.path("issuer").asText() + " instead of " + issuer);
        }
        URI authorization = address(found, "authorization_endpoint");
        URI token = address(found, "token_endpoint");
        URI keys = address(found, "jwks_uri");
        if (authorization == null || token == null || keys == null) {
            throw new ProviderFailure(Reason.REFUSED, issuer + " does not name all of its addresses");
        }
        return new OidcMetadata(
                authorization,
                token,
                keys,
                address(found, "userinfo_endpoint"),
                address(found, "end_session_endpoint"),
                found.path("authorization_response_iss_parameter_supported").asBoolean(false),
                onlyInForm(found.path("token_endpoint_auth_methods_supported")));
    }

    private static boolean onlyInForm(JsonNode methods) {
        boolean form = false;
        for (JsonNode method : methods) {
            if (method.asText().equals("client_secret_basic")) {
                return false;
            }
            form |= method.asText().equals("client_secret_post");
        }
        return form;
    }

    private static URI address(JsonNode found, String name) throws ProviderFailure {
        String text = found.path(name).asText("");
        try {
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? address : null;
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(Reason.REFUSED, name + " is not an address");
        }
    }
}
