package askme.account.token;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the part of the settings with the member's tokens. */
@TemplateExtension(namespace = "to", priority = 84)
final class TokenLinks {

    static final String TOKENS = "/profile/tokens";
    static final String NEW = TOKENS + "/new";
    static final String REVOKE = TOKENS + "/{id}/revoke";

    private TokenLinks() {}

    static String tokens() {
        return TOKENS + "/";
    }

    static String newToken() {
        return NEW + "/";
    }

    static String revokeToken(long id) {
        return LocalPath.with(REVOKE, id);
    }
}
