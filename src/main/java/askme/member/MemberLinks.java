package askme.member;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of this package's pages, used by the resources' annotations and by links alike. */
@TemplateExtension(namespace = "to", priority = 6)
public final class MemberLinks {

    public static final String LOGIN = "/login";
    public static final String SIGNUP = "/signup";
    public static final String LOGOUT = "/logout";
    public static final String FORGOTTEN = "/login/forgotten";
    public static final String RESET = "/login/reset/{token}";
    public static final String PROFILE = "/profile/edit";
    public static final String PASSWORD = "/profile/password";
    public static final String END_SESSION = "/profile/sessions/end";
    public static final String END_SESSIONS = "/profile/sessions/end-all";
    public static final String MEMBER = "/member/{nickname}";
    public static final String SUSPENSION = MEMBER + "/suspension";
    public static final String MEMBERS = "/members";
    public static final String PICTURE = "/avatar/{name}";
    public static final String DRAWN = "/avatar/default/{nickname}.svg";
    private static final String CONTINUE = "/?continue={back}";

    private MemberLinks() {}

    public static String login() {
        return LOGIN + "/";
    }

    static String signup() {
        return SIGNUP + "/";
    }

    /** The sign-in form, which leads on to the local path {@code back}. */
    public static String loginThen(String back) {
        return LocalPath.with(LOGIN + CONTINUE, back);
    }

    static String signupThen(String back) {
        return LocalPath.with(SIGNUP + CONTINUE, back);
    }

    static String logout() {
        return LOGOUT + "/";
    }

    public static String forgotten() {
        return FORGOTTEN + "/";
    }

    /** The page that sets a new password, for whoever holds {@code token}. */
    public static String reset(String token) {
        return LocalPath.with(RESET, token);
    }

    public static String profile() {
        return PROFILE + "/";
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

    static String members() {
        return MEMBERS + "/";
    }

    public static String member(String nickname) {
        return LocalPath.with(MEMBER, nickname) + "/";
    }

    static String suspension(String nickname) {
        return LocalPath.with(SUSPENSION, nickname);
    }

    /** The answers of the member, the second tab of the page. */
    public static String memberAnswers(String nickname) {
        return member(nickname) + "?tab=answers";
    }
}
