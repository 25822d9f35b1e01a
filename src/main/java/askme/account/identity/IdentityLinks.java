package askme.account.identity;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the journeys to providers and of the identities of members. */
@TemplateExtension(namespace = "to", priority = 81)
public final class IdentityLinks {

    static final String WITH = "/login/with/{provider}";
    static final String CALLBACK = WITH + "/callback";
    static final String JOIN = "/signup/with";
    static final String CONNECT = "/profile/security/connect";
    static final String REMOVE = "/profile/security/identities/{id}/remove";
    static final String LOGIN_LINK = "/login/link/{token}";

    private IdentityLinks() {}

    /** Leads to the provider, which leads back; then to the local path {@code back}. */
    static String signInWith(String provider, String back) {
        return LocalPath.with(LocalPath.with(WITH + "?continue={back}", provider), back);
    }

    /** The same for somebody with an invitation. */
    static String joinWith(String provider, String back, String invitation) {
        String path = signInWith(provider, back);
        return invitation == null || invitation.isEmpty()
                ? path
                : LocalPath.with(path + "&invitation={token}", invitation);
    }

    /** Leads to the provider to add it to the ways of a member. */
    static String connectWith(String provider) {
        return LocalPath.with(WITH + "?for=connect", provider);
    }

    /** Leads to the provider, which asks the member again; then to the local path {@code back}. */
    static String confirmWith(String provider, String back) {
        return LocalPath.with(LocalPath.with(WITH + "?for=confirm&continue={back}", provider), back);
    }

    static String callback(String provider) {
        return LocalPath.with(CALLBACK, provider);
    }

    static String joinByProvider() {
        return JOIN + "/";
    }

    static String connectIdentity() {
        return CONNECT + "/";
    }

    static String removeIdentity(long id) {
        return LocalPath.with(REMOVE, id);
    }

    static String loginLink(String token) {
        return LocalPath.with(LOGIN_LINK, token);
    }
}
