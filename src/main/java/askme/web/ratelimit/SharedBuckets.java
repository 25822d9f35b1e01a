package askme.web.ratelimit;

import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Token buckets that all web processes count together in Redis, and each process in its memory too. So an outage of Redis, or its
 * restart, gives nobody back what this process has counted.
 */
@ApplicationScoped
public class SharedBuckets implements Buckets {

    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final Signer signer;
    private final CircuitBreaker redis;
    private final OutageLog use;

    SharedBuckets(RateLimitConfig config, RedisBuckets shared, Signer signer, Parts parts, Clock clock) {
        this.shared = shared;
        this.signer = signer;
        this.local = new LocalBuckets(clock);
        this.use = parts.use(Part.REDIS_CACHE, "sign-in limits");
        this.redis = new CircuitBreaker(config.redisPause(), clock);
    }

    @Override
    public Duration take(String key, RateLimit rate) {
        Duration here = local.take(key, rate);
        if (redis.isOpen()) {
            return here;
        }
        try {
            Duration everywhere = shared.take(stored(key), rate);
            use.ends();
            return here.compareTo(everywhere) > 0 ? here : everywhere;
        } catch (RuntimeException e) {
            failed(e);
            return here;
        }
    }

    @Override
    public void giveBack(String key, RateLimit rate) {
        local.giveBack(key, rate);
        if (!redis.isOpen()) {
            try {
                shared.giveBack(stored(key), rate);
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException cause) {
        use.begins(cause);
        redis.open();
    }

    /** A keyed digest, so that Redis holds neither names nor network addresses. */
    private String stored(String key) {
        return "sign-in:" + signer.sign("limits", key);
    }
}
