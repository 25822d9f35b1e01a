package askme.web.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Token buckets in Redis, one key each, which expire when full. Bucket4j counts; this class stores its state. */
@ApplicationScoped
class RedisBuckets {

    private static final String PREFIX = "askme:limit:";
    private static final Duration AFTER_FULL = Duration.ofSeconds(10);
    private final Store store;

    RedisBuckets(@RedisClientName("cache") RedisDataSource redis) {
        store = new Store(redis);
    }

    /** As {@link LocalBuckets#take}; throws if Redis does not answer. */
    Duration take(String key, RateLimit rate) {
        return Duration.ofNanos(store.getProxy(PREFIX + key, () -> configuration(rate))
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill());
    }

    /** As {@link LocalBuckets#giveBack}; throws if Redis does not answer. */
    void giveBack(String key, RateLimit rate) {
        store.getProxy(PREFIX + key, () -> configuration(rate)).addTokens(1);
    }

    private static BucketConfiguration configuration(RateLimit rate) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(rate.permits()).refillGreedy(rate.permits(), rate.window()))
                .build();
    }

    /** Compare-and-swap for Bucket4j, with the Redis client of the application. */
    private static final class Store extends AbstractCompareAndSwapBasedProxyManager<String> {

        private static final String SWAP = """
                local now = redis.call('GET', KEYS[1])
                if (now or '') ~= ARGV[1] then return 0 end
                redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
                return 1""";

        private final RedisDataSource redis;

        Store(RedisDataSource redis) {
            super(ClientSideConfig.getDefault()
                    .withExpirationAfterWriteStrategy(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(AFTER_FULL)));
            this.redis = redis;
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
            return new CompareAndSwapOperation() {

                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                    Response state = redis.execute("GET", key);
                    return state == null
                            ? Optional.empty()
                            : Optional.of(Base64.getDecoder().decode(state.toString()));
                }

                @Override
                public boolean compareAndSwap(
                        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                    long life = getClientSideConfig()
                            .getExpirationAfterWriteStrategy()
                            .orElseThrow()
                            .calculateTimeToLiveMillis(state, currentTimeNanos());
                    return redis.execute("EVAL", SWAP, "1", key, text(before), text(after), Long.toString(life))
                                    .toInteger()
                            == 1;
                }
            };
        }

        private static String text(byte[] state) {
            return state == null ? "" : Base64.getEncoder().encodeToString(state);
        }

        @Override
        public void removeProxy(String key) {
            redis.execute("DEL", key);
        }

        @Override
        public boolean isExpireAfterWriteSupported() {
            return true;
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String key) {
            throw new UnsupportedOperationException();
        }
    }
}
