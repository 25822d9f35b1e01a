package askme.search;

import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.resilience.TimeLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps results of slow searches in the cache database, which all web processes share. An entry lives {@value #WORTH} times
 * as long as its search took. So a query that is asked often takes only a small fraction of the database's time. A fast search
 * is not cached and always reads current data. After a failure the cache is not called for some seconds: otherwise each typed
 * key would wait for it.
 */
@ApplicationScoped
class SearchCache {

    private static final String KEYS = "askme:search:";
    private static final long WORTH = 500;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource redis;
    private final ObjectMapper json;
    private final SearchConfig config;
    private final CircuitBreaker breaker;
    private final OutageLog use;

    SearchCache(
            @RedisClientName("cache") ReactiveRedisDataSource redis,
            ObjectMapper json,
            SearchConfig config,
            Parts parts,
            Clock clock) {
        this.use = parts.use(Part.REDIS_CACHE, "search cache");
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.breaker = new CircuitBreaker(PAUSE, clock);
    }

    /** The cached value of {@code key}, or the value of {@code source}, which is cached if it was slow. */
    <T> T getOrCompute(String key, TypeReference<T> type, Supplier<T> source) {
        return get(key, type).orElseGet(() -> compute(key, source));
    }

    /** The value of {@code source}, which is cached under {@code key} if it was slow. */
    <T> T compute(String key, Supplier<T> source) {
        long start = System.nanoTime();
        T found = source.get();
        Duration life = Duration.ofNanos((System.nanoTime() - start) * WORTH);
        if (life.compareTo(SHORTEST) >= 0) {
            put(key, found, life.compareTo(config.cacheTtl()) < 0 ? life : config.cacheTtl());
        }
        return found;
    }

    /** The cached value of {@code key}; empty if there is no such entry or the cache is down. */
    <T> Optional<T> get(String key, TypeReference<T> type) {
        if (breaker.isOpen()) {
            return Optional.empty();
        }
        try {
            String stored = TimeLimit.await(redis.value(String.class).get(KEYS + key), config.cacheTimeout());
            use.ends();
            return stored == null ? Optional.empty() : Optional.of(json.readValue(stored, type));
        } catch (JsonProcessingException | RuntimeException e) {
            pause(e);
            return Optional.empty();
        }
    }

    private void put(String key, Object value, Duration life) {
        if (breaker.isOpen()) {
            return;
        }
        try {
            TimeLimit.await(
                    redis.value(String.class).psetex(KEYS + key, life.toMillis(), json.writeValueAsString(value)),
                    config.cacheTimeout());
        } catch (JsonProcessingException | RuntimeException e) {
            pause(e);
        }
    }

    private void pause(Exception reason) {
        use.begins(reason);
        breaker.open();
    }
}
