package askme.syndication;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of files for programs. */
@TemplateExtension(namespace = "to", priority = 15)
final class FeedLinks {

    static final String ROBOTS = "/robots.txt";
    static final String SITEMAP = "/sitemap.xml";
    static final String PART = "/sitemap/{number}.xml";
    static final String ATOM = "/feed.atom";

    private FeedLinks() {}

    static String sitemap() {
        return SITEMAP;
    }

    static String sitemapPart(int number) {
        return LocalPath.with(PART, number);
    }

    static String atom() {
        return ATOM;
    }
}
