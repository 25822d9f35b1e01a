package askme.session;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.regex.Pattern;

/** The reply to a guest of a site that only members may read. An address that is not open here is closed. */
enum GuestAccess {
    /** The same as on a public site. */
    OPEN,

    /** A redirect to the sign-in page, which leads back. */
    SIGN_IN,

    /** 401, for programs and for parts of pages. */
    UNAUTHORIZED,

    /** A form: its resource answers with the sign-in page, which keeps the text. */
    FORM;

    private static final String FORM_FIELDS = "application/x-www-form-urlencoded";
    private static final String FORM_PARTS = "multipart/form-data";

    /** Files without content of members. They have the same caching headers as on a public site. */
    private static final Pattern SHARED_FILES =
            Pattern.compile("/(static|look)/.+|/icon(-\\d+)?\\.(svg|png)|/service-worker\\.js");

    /** All that a guest needs to become a member, to come back, to get no more mail, and to know whose site it is. */
    private static final Pattern OPEN_PAGES = Pattern.compile("/(favicon\\.ico|robots\\.txt|site\\.webmanifest)"
            + "|/(login|login/forgotten|login/forgotten/sent|login/reset/[^/]+|logout|signup|setup/[^/]+)/?"
            + "|/(login/(with/[^/]+(/callback)?|link/[^/]+|passkey|second)|logout/with/[^/]+|signup/with|confirm/[^/]+|claim)/?"
            + "|/unsubscribe/[^/]+(/undo)?/?|/language/[^/]+/?|/(about|rules|privacy|contact)/?");

    /** Addresses that only programs and scripts read. The Accept header changes nothing. */
    private static final Pattern DATA = Pattern.compile(
            "/api/v1/.*|/mcp(/.*)?|.+\\.(atom|xml)|/(members|tags|search)/(suggestions|similar)/?"
                    + "|/question/[^/]+/answers/since/?|/(notifications|moderation)/count/?|/admin/jobs/state/?|/(realtime|drafts)/.*");

    private static final Pattern PICTURES = Pattern.compile("/(avatar|picture)/.*");

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /**
     * Decides about one request.
     *
     * @param path normalized
     * @param accept the header; may be null
     * @param type the header Content-Type; may be null
     */
    static GuestAccess of(HttpMethod method, String path, String accept, String type) {
        if (isOpen(path)) {
            return OPEN;
        }
        if (!SAFE.contains(method)) {
            return type == null || type.startsWith(FORM_FIELDS) || type.startsWith(FORM_PARTS) ? FORM : UNAUTHORIZED;
        }
        boolean opensPage = accept != null && accept.contains("text/html");
        boolean takesAll = accept == null || accept.contains("*/*");
        if (DATA.matcher(path).matches()
                || !opensPage && (!takesAll || PICTURES.matcher(path).matches())) {
            return UNAUTHORIZED;
        }
        return SIGN_IN;
    }

    static boolean isOpen(String path) {
        return isSharedFile(path) || OPEN_PAGES.matcher(path).matches();
    }

    static boolean isSharedFile(String path) {
        return SHARED_FILES.matcher(path).matches();
    }
}
