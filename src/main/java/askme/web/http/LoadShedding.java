package askme.web.http;

import askme.web.FilterOrder;
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
 * Limits how many pages are computed at a time. Above the limit a new request is refused immediately, so that the accepted
 * requests are answered in time. Static files do not count, because they need no worker thread.
 *
 * <p>It is no {@link askme.resilience.Bulkhead}: it runs on an I/O thread, which must not wait.
 */
@ApplicationScoped
class LoadShedding {

    private static final EarlyRefusal BUSY = new EarlyRefusal(
            503,
            1,
            "Service Unavailable",
            "busy",
            "The site is busy. Try again in a second.",
            "Сайт перегружен. Попробуйте ещё раз через секунду.");

    private final AtomicInteger running = new AtomicInteger();
    private final int maxRunning;
    private final Counter shed;

    LoadShedding(WebConfig config, MeterRegistry metrics) {
        maxRunning = config.mostRequests();
        shed = metrics.counter("askme.http.shed");
        Gauge.builder("askme.http.inside", running::get).register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FilterOrder.LOAD_SHEDDING);
    }

    private void admit(RoutingContext routing) {
        if (isFile(routing.normalizedPath())) {
            routing.next();
        } else if (running.incrementAndGet() > maxRunning) {
            running.decrementAndGet();
            refuse(routing);
        } else {
            routing.addEndHandler(end -> running.decrementAndGet());
            routing.next();
        }
    }

    /** {@code path} must be normalised: {@code /static/../search/} is a page. */
    private static boolean isFile(String path) {
        return path.startsWith("/static/") || path.startsWith("/q/");
    }

    private void refuse(RoutingContext routing) {
        shed.increment();
        BUSY.send(routing);
    }
}
