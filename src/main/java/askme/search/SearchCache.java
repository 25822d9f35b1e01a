package askme.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was dear to find, in the cache database, where all web processes share it: kept for {@value #WORTH} times as long as
 * it took to find, so that one query never takes more than a fraction of the database's time however often it is asked, and
 * what is found at once is always new. Down, the cache is left alone for a while: typing must not wait for it at each key.
 */
@ApplicationScoped
class SearchCache {

    private static final String KEYS = "askme:search:";
    private static final long WORTH = 500;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource redis;
    private final ObjectMapper json;
    private final SearchConfig config;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    SearchCache(
            @RedisClientName("cache") ReactiveRedisDataSource redis,
            ObjectMapper json,
            SearchConfig config,
            Clock clock) {
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** The value kept under {@code key}, else that of {@code source}, which is kept if it was dear. */
    <T> T remembered(String key, TypeReference<T> type, Supplier<T> source) {
        return known(key, type).orElseGet(() -> made(key, source));
    }

    /** The value of {@code source}, which is kept under {@code key} if it was dear. */
    <T> T made(String key, Supplier<T> source) {
        long start = System.nanoTime();
        T found = source.get();
        Duration life = Duration.ofNanos((System.nanoTime() - start) * WORTH);
        if (life.compareTo(SHORTEST) >= 0) {
            put(key, found, life.compareTo(config.cacheTtl()) < 0 ? life : config.cacheTtl());
        }
        return found;
    }

    /** The value kept under {@code key}; none where the cache is down. */
    <T> Optional<T> known(String key, TypeReference<T> type) {
        if (resting()) {
            return Optional.empty();
        }
        try {
            String stored = redis.value(String.class).get(KEYS + key).await().atMost(config.cacheTimeout());
            return stored == null ? Optional.empty() : Optional.of(json.readValue(stored, type));
        } catch (JsonProcessingException | RuntimeException e) {
            rest(e);
            return Optional.empty();
        }
    }

    private void put(String key, Object value, Duration life) {
        if (resting()) {
            return;
        }
        try {
            redis.value(String.class)
                    .psetex(KEYS + key, life.toMillis(), json.writeValueAsString(value))
                    .await()
                    .atMost(config.cacheTimeout());
        } catch (JsonProcessingException | RuntimeException e) {
            rest(e);
        }
    }

    private boolean resting() {
        return clock.instant().isBefore(restUntil);
    }

    private synchronized void rest(Exception reason) {
        if (resting()) {
            return;
        }
        restUntil = clock.instant().plus(REST);
        Log.warnf("search cache left alone for=%ss reason=%s", REST.toSeconds(), reason);
    }
}
