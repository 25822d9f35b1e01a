package askme.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Configuration that all pages need. */
@ConfigMapping(prefix = "askme")
public interface WebConfig {

    /** The public address of the site, without a final slash. Links in mails and the Secure flag of cookies depend on it. */
    URI baseUrl();

    /** The key that signs cookies, CSRF tokens and links in mails. It has no default: the start fails without it. */
    String secret();

    /** How long a shared cache (nginx, a CDN) may serve the same page to guests. With zero it must ask each time. */
    @WithDefault("2s")
    Duration sharedCache();

    /** Whether HSTS also forces TLS on the subdomains of the site's host. They may belong to other sites. */
    @WithDefault("false")
    boolean hstsSubdomains();

    /** How many requests for pages may run or wait at a time. Further requests are refused with 503. */
    @WithDefault("256")
    int mostRequests();

    /** The absolute address of the local {@code path}. It does not depend on the Host header of the request. */
    default String absolute(String path) {
        return baseUrl() + path;
    }

    /** Whether the public address uses TLS. Then cookies are Secure and their names start with {@code __Host-}. */
    default boolean secure() {
        return "https".equals(baseUrl().getScheme());
    }
}
