package askme.pagecache;

import askme.web.EntityTags;
import askme.web.Languages;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a cached page as the response to a request. */
final class CachedResponse {

    private static final int NOT_MODIFIED = 304;
    private static final LocalizedMessages<Messages> MESSAGES = LocalizedMessages.of(Messages.class);

    /** The element of the layout that the notice is inserted into. */
    private static final String CONTENT = "<div class=\"page\">";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CachedResponse() {}

    /** Sends a page that shows what the database has; 304 without a body if the reader already has it. */
    static void send(RoutingContext routing, CachedPage page) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        page.headers().forEach(response::putHeader);
        if (EntityTags.match(
                request.getHeader(HttpHeaders.IF_NONE_MATCH), page.headers().get(HttpHeaders.ETAG))) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else if (acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.end(Buffer.buffer(page.compressed()));
        } else {
            response.end(Buffer.buffer(page.plain()));
        }
    }

    /** Sends a page that may be old, with a line that says so. No cache may keep it. */
    static void sendInOutage(RoutingContext routing, CachedPage page) {
        String notice = "<p class=\"alert alert-danger\" role=\"status\">%s</p>"
                .formatted(text(Languages.of(routing.request()), page.validAt()));
        String content = new String(page.plain(), StandardCharsets.UTF_8).replace(CONTENT, CONTENT + notice);
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, page.headers().get(HttpHeaders.CONTENT_TYPE))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(content);
    }

    private static String text(Locale language, Instant validAt) {
        return MESSAGES.in(language).page_of(TIME.format(validAt));
    }

    /** Whether the header (RFC 9110, 12.5.3; may be null) allows gzip. */
    static boolean acceptsGzip(String header) {
        if (header == null) {
            return false;
        }
        for (String coding : header.split(",")) {
            String[] parts = coding.strip().split("\\s*;\\s*");
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
