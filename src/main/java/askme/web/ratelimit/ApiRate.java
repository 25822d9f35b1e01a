package askme.web.ratelimit;

import askme.web.ApiPath;
import askme.web.FilterOrder;
import askme.web.http.EarlyRefusal;
import askme.web.security.Caller;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Limits the requests of a member, or of a guest's network address, to the API. Each response names the limit and what is left of it
 * (draft-ietf-httpapi-ratelimit-headers). It counts in the memory of this process, as {@link RequestRate} does. The posts of a member are also
 * counted by the limits of the pages.
 */
@ApplicationScoped
public class ApiRate {

    private static final String NAME = "api";
    private static final String NAME_OF_GUESTS = "api-guest";

    private final RateLimitConfig config;
    private final LocalBuckets buckets;

    ApiRate(RateLimitConfig config, Clock clock) {
        this.config = config;
        this.buckets = new LocalBuckets(clock);
    }

    /** The limit of each member. */
    public RateLimit ofMembers() {
        return config.rates().get(NAME);
    }

    /** The limit of all guests of one network address. */
    public RateLimit ofGuests() {
        return config.rates().get(NAME_OF_GUESTS);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.API_RATE);
    }

    private void check(RoutingContext routing) {
        if (!ApiPath.covers(routing.normalizedPath())
                || !config.enabled()
                || routing.request().remoteAddress() == null) {
            routing.next();
            return;
        }
        String caller = Caller.of(routing);
        String name = Caller.isMember(routing) ? NAME : NAME_OF_GUESTS;
        RateLimit limit = config.rates().get(name);
        ConsumptionProbe probe = buckets.probe(caller, limit);
        routing.response().putHeader("RateLimit-Policy", policy(name, limit));
        routing.response().putHeader("RateLimit", state(name, probe));
        if (probe.isConsumed()) {
            routing.next();
        } else {
            refusal((int) seconds(probe.getNanosToWaitForRefill())).sendProblem(routing);
        }
    }

    static String policy(String name, RateLimit limit) {
        return "\"" + name + "\";q=" + limit.permits() + ";w=" + limit.window().toSeconds();
    }

    static String state(String name, ConsumptionProbe probe) {
        return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Rounded up: an earlier attempt would be refused again. */
    private static long seconds(long nanos) {
        return nanos == 0 ? 0 : Duration.ofNanos(nanos - 1).toSeconds() + 1;
    }

    private static EarlyRefusal refusal(int seconds) {
        return new EarlyRefusal(
                429,
                seconds,
                "Too Many Requests",
                "too-many",
                "Too many requests to the API. Wait as long as Retry-After says.",
                "Слишком много запросов к API. Подождите столько, сколько указано в Retry-After.");
    }
}
