package askme.syndication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Responses with files for programs. They are public, so proxies cache them. */
final class XmlFiles {

    /** Characters that no XML document may hold (XML 1.0, 2.2), not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String ATOM = "application/atom+xml;charset=UTF-8";

    /** A feed has the name of the site, which an administrator may change. An unchanged feed is answered with 304. */
    private static final Duration FEED_CACHED = Duration.ofSeconds(2);

    private XmlFiles() {}

    @CheckedTemplate(basePath = "syndication")
    static class Views {
        static native TemplateInstance atom(Feed feed);
    }

    static Response atom(Feed feed, Locale locale) {
        return cacheable(Views.atom(feed).setLocale(locale), ATOM, FEED_CACHED);
    }

    static Response cacheable(TemplateInstance view, String type, Duration caching) {
        return Response.ok(NOT_XML.matcher(view.render()).replaceAll(""), type)
                .header("Cache-Control", "public, max-age=" + caching.toSeconds())
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }
}
