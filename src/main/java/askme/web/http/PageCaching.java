package askme.web.http;

import askme.web.EntityTags;
import askme.web.FilterOrder;
import askme.web.Guests;
import askme.web.WebConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sets the caching headers of pages:
 * <ul>
 *   <li>A shared cache may keep a guest's page for a short time. The request must have no cookie except the language.
 *   <li>Other pages may be kept by the reader's browser only.
 *   <li>Both have a weak entity tag, a hash of the content (RFC 9110, 8.8.3). An unchanged page is answered with 304.
 *   <li>Responses marked {@code no-store} (flash messages, guests' forms, errors) are not changed.
 *   <li>Other responses marked {@code public} (the feed, the sitemap) get only the entity tag.
 * </ul>
 */
class PageCaching {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 12;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** The time at which the page was read; it does not change what the page shows. */
    private static final String AS_OF = " data-as-of=\"";

    private final String forGuests;

    PageCaching(WebConfig config) {
        long shared = config.sharedCache().toSeconds();
        forGuests = shared == 0 ? "public, no-cache" : "public, max-age=0, s-maxage=" + shared;
    }

    @ServerResponseFilter(priority = FilterOrder.PAGE_CACHING)
    public void mark(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest raw) {
        if (!isCacheable(request, response)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (isPage(response) && !hasCacheControl(response, raw)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, Guests.mayShare(raw) ? forGuests : "private, no-cache");
            headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Cookie, Accept-Encoding");
        } else if (!isPublic(headers)) {
            return;
        }
        byte[] content = ((String) response.getEntity()).getBytes(StandardCharsets.UTF_8);
        String tag = tag(content);
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (EntityTags.match(raw.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(content); // the page cache and the connection need not encode it again
        }
    }

    private static boolean isCacheable(ContainerRequestContext request, ContainerResponseContext response) {
        return SAFE.contains(request.getMethod())
                && response.getStatus() == OK
                && response.getEntity() instanceof String;
    }

    private static boolean isPage(ContainerResponseContext response) {
        return MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
    }

    private static boolean isPublic(MultivaluedMap<String, Object> headers) {
        return headers.getFirst(HttpHeaders.CACHE_CONTROL) instanceof String control && control.startsWith("public");
    }

    private static boolean hasCacheControl(ContainerResponseContext response, HttpServerRequest raw) {
        return response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                || raw.response().headers().contains(HttpHeaders.CACHE_CONTROL);
    }

    static String tag(byte[] page) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String bytes = new String(page, StandardCharsets.ISO_8859_1); // one character for each byte
            int start = bytes.indexOf(AS_OF);
            int end = start < 0 ? 0 : bytes.indexOf('"', start + AS_OF.length()) + 1;
            digest.update(page, 0, Math.max(0, start));
            digest.update(page, end, page.length - end);
            return "W/\""
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), TAG_BYTES))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
