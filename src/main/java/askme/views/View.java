package askme.views;

import askme.web.security.Caller;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/**
 * One request for the page of a question. It stays in the memory of the process for about a second.
 *
 * @param network the network address of the visitor, as {@link Caller#network}
 * @param browser the header User-Agent, or ""
 */
record View(long question, String network, String browser) {

    private static final String PAGE = "/question/";
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_BROWSER = 300;

    static View of(long question, HttpServerRequest request) {
        String browser = request.getHeader("User-Agent");
        String kept = browser == null ? "" : browser.substring(0, Math.min(LONGEST_BROWSER, browser.length()));
        return new View(question, Caller.network(request.remoteAddress().hostAddress()), kept);
    }

    /** The question whose page a browser shows its reader with this request; empty for all other requests. */
    static OptionalLong questionOf(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && isShown(request)
                ? questionOf(request.path())
                : OptionalLong.empty();
    }

    /** The question of the path {@code /question/33} or {@code /question/33/}. */
    static OptionalLong questionOf(String path) {
        if (path == null || !path.startsWith(PAGE)) {
            return OptionalLong.empty();
        }
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        if (end <= PAGE.length() || end - PAGE.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = PAGE.length(); i < end; i++) {
            int digit = path.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            id = id * 10 + digit;
        }
        return OptionalLong.of(id);
    }

    /** A browser says so if it loads a page in advance, or for a script instead of a window. */
    private static boolean isShown(HttpServerRequest request) {
        String target = request.getHeader("Sec-Fetch-Dest");
        return (target == null || target.equals("document"))
                && !isPrefetch(request.getHeader("Sec-Purpose"))
                && !isPrefetch(request.getHeader("Purpose"))
                && !isPrefetch(request.getHeader("X-Moz"));
    }

    private static boolean isPrefetch(String purpose) {
        return purpose != null && purpose.contains("prefetch");
    }
}
