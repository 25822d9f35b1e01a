package askme.member;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages of members, accounts, sessions and avatars, for resources and for links. */
@TemplateExtension(namespace = "to", priority = 6)
public final class MemberLinks {

    public static final String LOGIN = "/login";
    public static final String SIGNUP = "/signup";
    public static final String LOGOUT = "/logout";
    public static final String PASSWORD_RESET_REQUEST = "/login/forgotten";
    public static final String PASSWORD_RESET_SENT = "/login/forgotten/sent";
    public static final String PASSWORD_RESET = "/login/reset/{token}";
    public static final String PROFILE = "/profile";

    /** Saves the forms of the pages of the profile and of the account. It was the page of all settings before. */
    public static final String SAVE_PROFILE = "/profile/edit";

    public static final String ACCOUNT = "/profile/account";
    public static final String SECURITY = "/profile/security";
    public static final String OWN_DATA = "/profile/data";
    public static final String CONFIRM = "/profile/confirm";
    public static final String SIGNED_OUT_OF = "/logout/with/{provider}";
    public static final String SECOND_STEP = "/login/second";
    public static final String PASSWORD = "/profile/password";
    public static final String END_SESSION = "/profile/sessions/end";
    public static final String END_SESSIONS = "/profile/sessions/end-all";
    public static final String MEMBER = "/member/{nickname}";
    public static final String SUSPENSION = MEMBER + "/suspension";
    public static final String SUSPEND = MEMBER + "/suspend";
    public static final String PRIVILEGES = "/help/privileges";
    static final String MEMBERS = "/members";
    public static final String AVATAR = "/avatar/{name}";
    public static final String DEFAULT_AVATAR = "/avatar/default/{nickname}.svg";
    private static final String CONTINUE = "/?continue={back}";

    private MemberLinks() {}

    public static String login() {
        return LOGIN + "/";
    }

    static String signup() {
        return SIGNUP + "/";
    }

    /** The sign-in form. After the sign-in it redirects to the local path {@code back}. */
    public static String loginThen(String back) {
        return LocalPath.with(LOGIN + CONTINUE, back);
    }

    static String signupThen(String back) {
        return LocalPath.with(SIGNUP + CONTINUE, back);
    }

    static String logout() {
        return LOGOUT + "/";
    }

    public static String passwordResetRequest() {
        return PASSWORD_RESET_REQUEST + "/";
    }

    public static String passwordResetSent() {
        return PASSWORD_RESET_SENT + "/";
    }

    /** The page that sets a new password for the owner of {@code token}. */
    public static String passwordReset(String token) {
        return LocalPath.with(PASSWORD_RESET, token);
    }

    public static String profile() {
        return PROFILE + "/";
    }

    public static String saveProfile() {
        return SAVE_PROFILE + "/";
    }

    /** The page of the e-mail address and the password. */
    public static String account() {
        return ACCOUNT + "/";
    }

    /** The page of the sessions. */
    public static String security() {
        return SECURITY + "/";
    }

    /** The page that asks the member again who it is. Afterwards it redirects to the local path {@code back}. */
    public static String confirmThen(String back) {
        return LocalPath.with(CONFIRM + CONTINUE, back);
    }

    public static String confirm() {
        return CONFIRM + "/";
    }

    /** The page after the sign-out of a session that a provider opened. */
    public static String signedOutOf(String provider) {
        return LocalPath.with(SIGNED_OUT_OF, provider);
    }

    /** The page that asks for the second factor. */
    public static String secondStep() {
        return SECOND_STEP + "/";
    }

    /** The page from which members take their data or delete the account. */
    public static String ownData() {
        return OWN_DATA + "/";
    }

    static String password() {
        return PASSWORD;
    }

    static String endSession() {
        return END_SESSION;
    }

    static String endSessions() {
        return END_SESSIONS;
    }

    /** The page that explains the privileges. */
    public static String privileges() {
        return PRIVILEGES + "/";
    }

    static String members() {
        return MEMBERS + "/";
    }

    public static String member(String nickname) {
        return LocalPath.with(MEMBER, nickname) + "/";
    }

    /** The page with the form that suspends the member. */
    public static String suspend(String nickname) {
        return LocalPath.with(SUSPEND, nickname);
    }

    public static String suspension(String nickname) {
        return LocalPath.with(SUSPENSION, nickname);
    }

    /** The tab of the member's page that lists the answers. */
    public static String memberAnswers(String nickname) {
        return member(nickname) + "?tab=answers";
    }

    /** The tab of the member's page that lists the comments. */
    public static String memberComments(String nickname) {
        return member(nickname) + "?tab=comments";
    }

    /** The form of somebody who was invited. */
    public static String invited(String token) {
        return LocalPath.with(SIGNUP + "?invitation={token}", token);
    }
}
