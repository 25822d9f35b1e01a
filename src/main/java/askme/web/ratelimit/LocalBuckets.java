package askme.web.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** Token buckets in this process: one a key, made full, forgotten when unused for a day. */
public final class LocalBuckets {

    private static final long MOST = 100_000;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();
    private final TimeMeter time;

    public LocalBuckets(Clock clock) {
        time = new ClockMeter(clock);
    }

    /** Takes one permit from the bucket {@code key}; zero, or how long to wait for the next one. */
    public Duration take(String key, RateLimit rate) {
        return Duration.ofNanos(
                bucket(key, rate).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Gives a permit back: what it was taken for does not count after all. */
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
