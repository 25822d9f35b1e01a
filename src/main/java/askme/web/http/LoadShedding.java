package askme.web.http;

import askme.web.Languages;
import askme.web.WebConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the pages worked on at a time. Beyond the bound a page would only wait, and everybody behind it: so the newest
 * request is refused at once, on the I/O thread, and those already let in are answered in time. Static files are served
 * without a worker and do not count.
 */
@ApplicationScoped
class LoadShedding {

    private static final int AFTER_HEADERS = 890;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_S = "1";

    /** Said without a template: rendering is what there is no time for. */
    private static final String BUSY_EN = "The site is busy. Try again in a second.\n";

    private static final String BUSY_RU = "Сайт перегружен. Попробуйте ещё раз через секунду.\n";
    private static final String BUSY_JSON =
            "{\"status\":503,\"title\":\"Service Unavailable\",\"detail\":\"The site is busy. Try again in a second.\",\"code\":\"busy\"}";

    private final AtomicInteger inside = new AtomicInteger();
    private final int most;
    private final Counter shed;

    LoadShedding(WebConfig config, MeterRegistry metrics) {
        most = config.mostRequests();
        shed = metrics.counter("askme.http.shed");
        Gauge.builder("askme.http.inside", inside, AtomicInteger::get).register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_HEADERS);
    }

    private void admit(RoutingContext routing) {
        if (isFile(routing.normalizedPath())) {
            routing.next();
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            refuse(routing);
        } else {
            routing.addEndHandler(end -> inside.decrementAndGet());
            routing.next();
        }
    }

    /** Of the path as it is routed: {@code /static/../search/} is a page. */
    private static boolean isFile(String path) {
        return path.startsWith("/static/") || path.startsWith("/q/");
    }

    private void refuse(RoutingContext routing) {
        shed.increment();
        boolean russian = "ru".equals(Languages.of(routing.request()).getLanguage());
        boolean json = ErrorPages.wantsJson(routing.request());
        routing.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader("Retry-After", RETRY_AFTER_S)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", json ? Problem.TYPE : "text/plain; charset=utf-8")
                .end(json ? BUSY_JSON : russian ? BUSY_RU : BUSY_EN);
    }
}
