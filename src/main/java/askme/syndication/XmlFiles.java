package askme.syndication;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;

/** Responses with files for programs. They are public, so proxies cache them. */
final class XmlFiles {

    /** Characters that no XML document may hold (XML 1.0, 2.2), not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlFiles() {}

    static Response cacheable(TemplateInstance view, String type, Duration caching) {
        return Response.ok(NOT_XML.matcher(view.render()).replaceAll(""), type)
                .header("Cache-Control", "public, max-age=" + caching.toSeconds())
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }
}
