package askme.provider;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A provider that signs members in.
 *
 * @param name its name in addresses and in the configuration
 * @param label its name on pages
 * @param url the issuer; of GitHub the address of its site
 */
@TemplateData
public record Provider(String name, String label, String url, String clientId, String clientSecret) {

    private static final String GITHUB = "github";
    private static final String GOOGLE = "google";

    /** The provider; empty without a client. */
    static Optional<Provider> of(String name, ProvidersConfig.Named config) {
        return config.clientId().map(client -> of(name, client, config));
    }

    private static Provider of(String name, String clientId, ProvidersConfig.Named config) {
        if (!name.matches("[a-z0-9]{1,32}")) {
            throw new IllegalStateException("askme.oidc." + name + ": a name has only small letters and digits");
        }
        String url = config.url().orElseGet(() -> usualUrl(name));
        URI address = URI.create(url);
        boolean local = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && local)) {
            throw new IllegalStateException("askme.oidc." + name + ".url must begin with https:");
        }
        String secret = config.clientSecret()
                .orElseThrow(() -> new IllegalStateException("askme.oidc." + name + ".client-secret is missing"));
        return new Provider(name, config.label().orElseGet(() -> usualLabel(name)), url, clientId, secret);
    }

    private static String usualUrl(String name) {
        return switch (name) {
            case GITHUB -> "https://github.com";
            case GOOGLE -> "https://accounts.google.com";
            default -> throw new IllegalStateException("askme.oidc." + name + ".url is missing");
        };
    }

    private static String usualLabel(String name) {
        return switch (name) {
            case GITHUB -> "GitHub";
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    }

    /** GitHub speaks OAuth 2 without OpenID Connect. */
    boolean isGithub() {
        return name.equals(GITHUB);
    }

    /** Whether it can prove that somebody has just signed in there. GitHub and Google cannot. */
    public boolean provesFreshSignIn() {
        return !isGithub() && !name.equals(GOOGLE);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + url + ")";
    }
}
