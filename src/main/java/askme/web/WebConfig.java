package askme.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What every page needs to know about where the site lives. */
@ConfigMapping(prefix = "askme")
public interface WebConfig {

    /** The address people type, without a final slash; links in mails and the Secure flag of cookies follow from it. */
    URI baseUrl();

    /** Signs cookies, CSRF tokens and links in mails. No default: the start fails without it. */
    String secret();

    /** How long a shared cache (nginx, a CDN) may answer guests with the same page; zero: it has to ask each time. */
    @WithDefault("2s")
    Duration sharedCache();

    /** Whether HSTS binds the subdomains of the site's host to TLS too; they may belong to somebody else. */
    @WithDefault("false")
    boolean hstsSubdomains();

    /** Pages worked on at a time, waiting ones included; whoever comes then is told to come back (503). */
    @WithDefault("256")
    int mostRequests();

    /** The whole address of the local {@code path}, the same whatever Host a client named. */
    default String absolute(String path) {
        return baseUrl() + path;
    }

    /** Whether people reach the site over TLS, so that cookies may be Secure and carry the __Host- prefix. */
    default boolean secure() {
        return "https".equals(baseUrl().getScheme());
    }
}
