package askme.pagecache;

import askme.settings.Settings;
import askme.web.FilterOrder;
import askme.web.Guests;
import askme.web.page.PageAddress;
import askme.web.page.PageVersion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers guests from the cache before any other code runs. Lists are sent while they are young. The page of a question is sent if the
 * database has the version that the page was rendered from. While the database does not answer, guests get the last page.
 */
@ApplicationScoped
class PageCacheFilter {

    private static final String STARTED = "askme.page-cache.started";

    /** The version of the settings when the request began. */
    private static final String SETTINGS = "askme.page-cache.settings";

    /** While one query runs, the next requests gather for the other. */
    private static final int MAX_QUERIES = 2;

    private static final int CHECKS_PER_TIMEOUT = 4;

    private final PageCacheConfig config;
    private final PageCache cache;
    private final VersionReads versions;
    private final ExecutorService threads;
    private final Clock clock;
    private final Settings settings;
    private final Counter hits;
    private final Counter misses;
    private final Counter outages;

    PageCacheFilter(
            PageCacheConfig config, VersionQueries queries, Settings settings, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.settings = settings;
        this.clock = clock;
        cache = new PageCache(config, clock);
        threads = Executors.newFixedThreadPool(MAX_QUERIES, work -> {
            Thread thread = new Thread(work, "page-versions");
            thread.setDaemon(true);
            return thread;
        });
        versions = new VersionReads(queries, threads, MAX_QUERIES, config.readTimeout(), System::nanoTime);
        hits = metrics.counter("askme.page.cache", "result", "hit");
        misses = metrics.counter("askme.page.cache", "result", "miss");
        outages = metrics.counter("askme.page.cache", "result", "outage");
    }

    void register(@Observes Filters filters, Vertx vertx) {
        if (config.memory().asLongValue() > 0) {
            filters.register(this::serve, FilterOrder.PAGE_CACHE);
            vertx.setPeriodic(config.readTimeout().toMillis() / CHECKS_PER_TIMEOUT, timer -> versions.expire());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Stores a page that was rendered for {@code routing}, if the cache is on. */
    void store(RoutingContext routing, PageVersion version, Map<String, String> headers, byte[] page) {
        Instant started = routing.get(STARTED);
        if (started != null) {
            long settingsVersion = routing.get(SETTINGS);
            cache.store(
                    PageAddress.of(routing.request()),
                    new CachedPage(version, settingsVersion, started, headers, page));
        }
    }

    private void serve(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!reads(request) || !Guests.mayShare(request)) {
            routing.next();
            return;
        }
        Optional<CachedPage> found = cache.find(PageAddress.of(request), settings.version());
        if (found.isEmpty()) {
            render(routing);
        } else if (cache.isFreshList(found.get())) {
            hits.increment();
            CachedResponse.send(routing, found.get());
        } else {
            validate(routing, found.get());
        }
    }

    private void validate(RoutingContext routing, CachedPage page) {
        Context context = routing.vertx().getOrCreateContext();
        versions.read(
                page.version().question(), current -> context.runOnContext(done -> validated(routing, page, current)));
    }

    private void validated(RoutingContext routing, CachedPage page, Versions current) {
        if (current == null && cache.helpsInOutage(page)) {
            outages.increment();
            CachedResponse.sendInOutage(routing, page);
        } else if (current != null && cache.isValid(page, current)) {
            hits.increment();
            CachedResponse.send(routing, page);
        } else {
            render(routing);
        }
    }

    private void render(RoutingContext routing) {
        misses.increment();
        routing.put(STARTED, clock.instant());
        routing.put(SETTINGS, settings.version());
        routing.next();
    }

    private static boolean reads(HttpServerRequest request) {
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && acceptsPages(request.getHeader("Accept"));
    }

    private static boolean acceptsPages(String accept) {
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }
}
