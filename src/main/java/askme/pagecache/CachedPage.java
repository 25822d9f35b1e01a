package askme.pagecache;

import askme.web.page.PageVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;

/** One page as bytes. Its text never changes; only the time at which it was last known to be valid does. */
final class CachedPage {

    private static final int OVERHEAD_BYTES = 1000;

    private final PageVersion version;
    private final long settings;
    private final Instant readAt;
    private final Map<String, String> headers;
    private final byte[] plain;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile byte[] compressed;
    private volatile Instant validAt;

    /**
     * @param settings the version of the site's settings when the request began
     * @param readAt when the request began that rendered it
     * @param headers the response headers that describe the content
     */
    CachedPage(PageVersion version, long settings, Instant readAt, Map<String, String> headers, byte[] page) {
        this.version = version;
        this.settings = settings;
        this.readAt = readAt;
        this.validAt = readAt;
        this.headers = Map.copyOf(headers);
        this.plain = page;
    }

    PageVersion version() {
        return version;
    }

    /** Whether it was rendered with this version of the settings. */
    boolean hasSettings(long current) {
        return settings == current;
    }

    Instant readAt() {
        return readAt;
    }

    /** When the page was last known to show what the database has. */
    Instant validAt() {
        return validAt;
    }

    void confirm(Instant now) {
        validAt = now;
    }

    /** Whether the caller should render the page again while others still get this one; true once. */
    boolean claimRefresh() {
        return refreshing.compareAndSet(false, true);
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] plain() {
        return plain;
    }

    /** The page in gzip. It is compressed when the first request asks for it, as most pages of a crawl are asked for once. */
    byte[] compressed() {
        byte[] bytes = compressed;
        if (bytes == null) {
            bytes = gzip(plain);
            compressed = bytes;
        }
        return bytes;
    }

    /** Its memory in bytes, with the compressed page, which is about a quarter of the plain one. */
    int weight() {
        return OVERHEAD_BYTES + plain.length + plain.length / 4;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes are written to memory", e);
        }
        return bytes.toByteArray();
    }
}
