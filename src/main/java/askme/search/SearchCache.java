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

/**
 * What was dear to find, kept for seconds in the cache database, where all web processes share it. Down, it is left alone
 * for a while, so that typing does not wait for it at each key.
 */
@ApplicationScoped
class SearchCache {

    private static final String KEYS = "askme:search:";
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

    /** The value of {@code key}, or empty where there is none or no cache. */
    <T> Optional<T> get(String key, TypeReference<T> type) {
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

    void put(String key, Object value) {
        if (resting()) {
            return;
        }
        try {
            long seconds = Math.max(1, config.cacheTtl().toSeconds());
            redis.value(String.class)
                    .setex(KEYS + key, seconds, json.writeValueAsString(value))
                    .await()
                    .atMost(config.cacheTimeout());
        } catch (JsonProcessingException | RuntimeException e) {
            rest(e);
        }
    }

    private boolean resting() {
        return clock.instant().isBefore(restUntil);
    }

    private void rest(Exception reason) {
        restUntil = clock.instant().plus(REST);
        Log.warnf("search cache left alone for=%ss reason=%s", REST.toSeconds(), reason);
    }
}
