package askme.web.ratelimit;

import askme.web.security.Signer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts what people do, in Redis, so that all web processes count together; while Redis is down, each for itself. A page
 * then waits for Redis once, not each time.
 */
@ApplicationScoped
class RateLimiter {

    private final RateLimitConfig config;
    private final RedisBuckets shared;
    private final LocalBuckets own;
    private final Signer signer;
    private final Clock clock;
    private volatile Instant withoutRedisUntil = Instant.MIN;

    RateLimiter(RateLimitConfig config, RedisBuckets shared, Signer signer, Clock clock) {
        this.config = config;
        this.shared = shared;
        this.own = new LocalBuckets(clock);
        this.signer = signer;
        this.clock = clock;
    }

    /** Takes a permit of the rate {@code name} for {@code actor}; zero, or how long to wait for one. */
    Duration take(String name, String actor) {
        if (!config.enabled()) {
            return Duration.ZERO;
        }
        RateLimit rate = config.rates().get(name);
        if (rate == null) {
            throw new IllegalStateException("askme.limits.rates." + name + " is not configured");
        }
        // Redis learns no address: only a keyed digest of it.
        String key = name + ":" + signer.sign("limits", actor);
        return clock.instant().isBefore(withoutRedisUntil) ? own.take(key, rate) : takeShared(key, rate);
    }

    private Duration takeShared(String key, RateLimit rate) {
        try {
            return shared.take(key, rate);
        } catch (RuntimeException e) {
            withoutRedisUntil = clock.instant().plus(config.redisPause());
            Log.warnf("limits without redis for=%s: %s", config.redisPause(), e.toString());
            return own.take(key, rate);
        }
    }
}
