package askme.web.ratelimit;

import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.http.ProblemException;
import askme.web.security.Caller;
import askme.web.security.Signer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Counts calls in Redis, together for all web processes. While Redis is down, each process counts for itself. Then one page
 * waits for Redis in each pause, not every page.
 */
@ApplicationScoped
public class RateLimiter {

    private static final int TOO_MANY = 429;

    private final RateLimitConfig config;
    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final Signer signer;
    private final CircuitBreaker redis;
    private final OutageLog use;
    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

    RateLimiter(RateLimitConfig config, RedisBuckets shared, Signer signer, Parts parts, Clock clock) {
        this.use = parts.use(Part.REDIS_CACHE, "rate limits");
        this.config = config;
        this.shared = shared;
        this.local = new LocalBuckets(clock);
        this.signer = signer;
        this.redis = new CircuitBreaker(config.redisPause(), clock);
    }

    /**
     * Takes a permit of the limit {@code name} for the sender of the request.
     *
     * @throws ProblemException 429 if no permit is left; the response then has {@code Retry-After}
     */
    public void require(String name, RoutingContext routing) {
        Duration wait = take(name, Caller.of(routing));
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            routing.response().putHeader("Retry-After", Long.toString(seconds));
            throw new ProblemException(TOO_MANY, "too-many", msg.get().too_many((int) seconds));
        }
    }

    /** Takes a permit of the limit {@code name} for {@code caller}. Returns zero, or how long to wait for a permit. */
    Duration take(String name, String caller) {
        if (!config.enabled()) {
            return Duration.ZERO;
        }
        RateLimit limit = config.rates().get(name);
        if (limit == null) {
            throw new IllegalStateException("askme.limits.rates." + name + " is not configured");
        }
        // A keyed digest, so that Redis holds no network address.
        String key = name + ":" + signer.sign("limits", caller);
        return redis.isOpen() ? local.take(key, limit) : takeShared(key, limit);
    }

    private Duration takeShared(String key, RateLimit limit) {
        try {
            Duration wait = shared.take(key, limit);
            use.ends();
            return wait;
        } catch (RuntimeException e) {
            use.begins(e);
            redis.open();
            return local.take(key, limit);
        }
    }
}
