package askme.web.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** Token buckets in the memory of this process, one for each key. A new bucket is full; one unused for a day is dropped. */
public final class LocalBuckets implements Buckets {

    private static final long MAX_BUCKETS = 100_000;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofDays(1))
            .build();
    private final TimeMeter time;

    public LocalBuckets(Clock clock) {
        time = new ClockMeter(clock);
    }

    @Override
    public Duration take(String key, RateLimit rate) {
        return Duration.ofNanos(
                bucket(key, rate).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** As {@link #take}, with the number of permits that are left. */
    ConsumptionProbe probe(String key, RateLimit rate) {
        return bucket(key, rate).tryConsumeAndReturnRemaining(1);
    }

    @Override
    public void giveBack(String key, RateLimit rate) {
        bucket(key, rate).addTokens(1);
    }

    private Bucket bucket(String key, RateLimit rate) {
        return buckets.get(key, k -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.permits()).refillGreedy(rate.permits(), rate.window()))
                .withCustomTimePrecision(time)
                .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        private static final long NANOS_PER_MS = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return clock.millis() * NANOS_PER_MS;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
