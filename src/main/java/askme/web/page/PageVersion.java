package askme.web.page;

import io.vertx.ext.web.RoutingContext;

/**
 * The state of the database that a page was rendered from. A resource declares it before it returns the page, and so allows that guests get the page from the cache.
 *
 * @param question the question of the page; 0 for a list, which has no version and is cached for a short time only
 * @param version the version of the question when the page was read
 * @param site the version of what many pages show, when the page was read
 */
public record PageVersion(long question, long version, long site) {

    private static final String KEY = "askme.page-version";
    private static final PageVersion LIST = new PageVersion(0, 0, 0);

    /** Declares that this request reads the page of a question. */
    public static void declare(RoutingContext routing, long question, long version, long site) {
        routing.put(KEY, new PageVersion(question, version, site));
    }

    /** Declares that this request reads a list, which guests may see with a short delay. */
    public static void declareList(RoutingContext routing) {
        routing.put(KEY, LIST);
    }

    /** The version that the resource of this request declared, or null. */
    public static PageVersion of(RoutingContext routing) {
        return routing.get(KEY);
    }

    public boolean isList() {
        return question == 0;
    }
}
