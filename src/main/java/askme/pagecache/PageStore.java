package askme.pagecache;

import askme.web.FilterOrder;
import askme.web.page.PageVersion;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Stores pages that were rendered for a guest, if their resource declared a version and a shared cache may keep them. */
class PageStore {

    private static final int OK = 200;

    /** The headers that describe the content. All others belong to one response. */
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY, HttpHeaders.ETAG);

    private final PageCacheFilter cache;

    PageStore(PageCacheFilter cache) {
        this.cache = cache;
    }

    @ServerResponseFilter(priority = FilterOrder.PAGE_STORE)
    public void store(ContainerResponseContext response, RoutingContext routing) {
        PageVersion version = PageVersion.of(routing);
        boolean shared = response.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL) instanceof String control
                && control.startsWith("public");
        if (version != null
                && shared
                && routing.request().method() == HttpMethod.GET
                && response.getStatus() == OK
                && response.getEntity() instanceof byte[] page) {
            cache.store(routing, version, headers(response), page);
        }
    }

    private static Map<String, String> headers(ContainerResponseContext response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            Object value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        return headers;
    }
}
