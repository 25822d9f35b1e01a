package askme.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of this site: checks paths that a client sent, and fills in the patterns of the Links classes. */
public final class LocalPath {

    private LocalPath() {}

    /**
     * {@code path}, encoded for a Location header, if it is a valid path of this site; otherwise "/".
     *
     * @param path may be null; {@code //host} and {@code /\host} would lead to another site
     */
    public static String of(String path) {
        if (path == null || path.length() > 2000 || !path.startsWith("/")) {
            return "/";
        }
        boolean leaves = path.startsWith("//") || path.indexOf('\\') >= 0;
        boolean control = path.chars().anyMatch(c -> c <= ' ' || c == 0x7f);
        try {
            return leaves || control ? "/" : URI.create(path).toASCIIString();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** {@code path} with the query of a request, which may be null. A query that no address may contain is left out. */
    public static String withQuery(String path, String query) {
        String complete = of(query == null || query.isEmpty() ? path : path + "?" + query);
        return complete.equals("/") ? path : complete;
    }

    /**
     * {@code address} without scheme and host, for a Location header (RFC 9110, 10.2.2). Behind proxies the site may not know
     * its public scheme. With a wrong scheme, the policy {@code form-action 'self'} would block the redirect of a form.
     */
    public static String withoutHost(String address) {
        return address.replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("^/*", "/");
    }

    /** The path of the requested page; for a submitted form, the path of the page with the form. */
    public static String ofPage(HttpServerRequest request) {
        return "POST".equals(request.method().name()) ? referer(request) : of(request.uri());
    }

    private static String referer(HttpServerRequest request) {
        String from = request.getHeader("Referer");
        try {
            URI page = URI.create(from == null ? "" : from);
            boolean ours = page.getRawAuthority() != null
                    && request.authority() != null
                    && page.getRawAuthority().equals(request.authority().toString());
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return ours ? of(page.getRawPath() + query) : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** {@code pattern}, such as {@code /tag/{tag}}, with the encoded {@code value} as its first parameter. */
    public static String with(String pattern, Object value) {
        int from = pattern.indexOf('{');
        int to = pattern.indexOf('}', from);
        String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return pattern.substring(0, from) + encoded + pattern.substring(to + 1);
    }
}
