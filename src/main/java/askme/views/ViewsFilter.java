package askme.views;

import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.web.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Counts the pages of questions that this process sends, also those from the page cache. A request only adds to a list in memory; a
 * thread counts the list in Redis each second. While Redis is down, views are not counted.
 */
@ApplicationScoped
class ViewsFilter {

    private static final long EVERY_MS = 1000;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final PendingViews pending = new PendingViews();
    private final ViewCounts counts;
    private final ViewsConfig config;
    private final CircuitBreaker redis;
    private final OutageLog use;
    private final ExecutorService thread;
    private final Vertx vertx;
    private long timer;

    ViewsFilter(ViewCounts counts, ViewsConfig config, Parts parts, Clock clock, Vertx vertx) {
        this.vertx = vertx;
        this.counts = counts;
        this.config = config;
        this.redis = new CircuitBreaker(PAUSE, clock);
        this.use = parts.use(Part.REDIS_CACHE, "views");
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread counting = new Thread(work, "views");
            counting.setDaemon(true);
            return counting;
        });
    }

    void register(@Observes Filters filters) {
        if (config.onceIn().toMillis() > 0) {
            filters.register(this::note, FilterOrder.VIEWS);
            timer = vertx.setPeriodic(EVERY_MS, tick -> thread.execute(this::count));
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
        thread.shutdownNow();
    }

    private void note(RoutingContext routing) {
        OptionalLong question = View.questionOf(routing.request());
        if (question.isPresent()) {
            routing.addEndHandler(end -> {
                int status = routing.response().getStatusCode();
                if (end.succeeded() && (status == OK || status == NOT_MODIFIED)) {
                    pending.add(View.of(question.getAsLong(), routing.request()));
                }
            });
        }
        routing.next();
    }

    /** Counts what is pending. The lists of an outage are dropped. */
    private void count() {
        Set<View> views = pending.take();
        if (views.isEmpty() || redis.isOpen()) {
            return;
        }
        try {
            counts.count(views);
            use.ends();
        } catch (RuntimeException e) {
            redis.open();
            use.begins(e);
        }
    }
}
