package askme.web.ratelimit;

import askme.web.FilterOrder;
import askme.web.http.EarlyRefusal;
import askme.web.security.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Limits all requests of a network address, so that every page has a rate. It counts in memory, because this is cheaper than the
 * answer of Redis, and before anything else is done for the request.
 */
@ApplicationScoped
class RequestRate {

    private static final String NAME = "request";

    private final RateLimitConfig config;
    private final LocalBuckets buckets;

    RequestRate(RateLimitConfig config, Clock clock) {
        this.config = config;
        this.buckets = new LocalBuckets(clock);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.REQUEST_RATE);
    }

    private void check(RoutingContext routing) {
        SocketAddress remote = routing.request().remoteAddress();
        if (!config.enabled() || remote == null || routing.normalizedPath().startsWith("/static/")) {
            routing.next();
            return;
        }
        Duration wait = buckets.take(
                Caller.network(remote.hostAddress()), config.rates().get(NAME));
        if (wait.isZero()) {
            routing.next();
        } else {
            refusal((int) wait.toSeconds() + 1).send(routing);
        }
    }

    private static EarlyRefusal refusal(int seconds) {
        return new EarlyRefusal(
                429,
                seconds,
                "Too Many Requests",
                "too-many",
                "Too many requests came from your network. Try again in a few seconds.",
                "Из вашей сети пришло слишком много запросов. Попробуйте ещё раз через несколько секунд.");
    }
}
