package askme.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of this site: those that a browser names, which must not send people away, and those of the Links classes. */
public final class LocalPath {

    private LocalPath() {}

    /**
     * {@code path}, fit for a Location header, if it is an address and stays on this site, else "/"; null allowed.
     * {@code //host} and {@code /\host} leave the site.
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

    /**
     * The path of {@code address}, one of this site, for its Location header (RFC 9110, 10.2.2): the browser knows by which
     * scheme and host it came, a site behind proxies may not. An address at the wrong scheme would end a form's
     * redirect, which the policy's {@code form-action 'self'} judges.
     */
    public static String withoutHost(String address) {
        return address.replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("^/*", "/");
    }

    /** The page that {@code request} is for; for a form, the page it stood on, where what was typed can still be found. */
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

    /** The address {@code pattern} with {@code value}, encoded, for its one parameter: {@code /tag/{tag}}. */
    public static String with(String pattern, Object value) {
        int from = pattern.indexOf('{');
        int to = pattern.indexOf('}', from);
        String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return pattern.substring(0, from) + encoded + pattern.substring(to + 1);
    }
}
