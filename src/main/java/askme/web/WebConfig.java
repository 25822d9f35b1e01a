package askme.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What every page needs to know about where the site lives. */
@ConfigMapping(prefix = "askme")
public interface WebConfig {

    /** The address people type, without a final slash; links in mails and the Secure flag of cookies follow from it. */
    URI baseUrl();

    /** Signs cookies, CSRF tokens and links in mails. No default: the start fails without it. */
    String secret();

    /** Whether people reach the site over TLS, so that cookies may be Secure and carry the __Host- prefix. */
    default boolean secure() {
        return "https".equals(baseUrl().getScheme());
    }
}
