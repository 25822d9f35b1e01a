package askme.sidebar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores a block under one key of the cache database, as {@code {"value":…,"freshUntil":…}}, with a second key as its lock. */
final class RedisBlock<T> implements CachedBlock.Store<T> {

    /** Longer than any computation, but short, because the lock of a process that died delays all readers. */
    private static final Duration LOCK = Duration.ofSeconds(20);

    private final RedisDataSource redis;
    private final ValueCommands<String, String> values;
    private final ObjectMapper json;
    private final JavaType type;
    private final String key;
    private final Duration kept;

    /** @param kept after this time Redis drops the value; much longer than the value is fresh, so that a stale value exists */
    RedisBlock(RedisDataSource redis, ObjectMapper json, JavaType valueType, String key, Duration kept) {
        this.redis = redis;
        this.values = redis.value(String.class);
        this.json = json;
        this.type = json.getTypeFactory().constructParametricType(CachedBlock.Entry.class, valueType);
        this.key = key;
        this.kept = kept;
    }

    @Override
    public Optional<CachedBlock.Entry<T>> read() {
        return call(() -> Optional.ofNullable(values.get(key)).flatMap(this::parse));
    }

    @Override
    public void write(CachedBlock.Entry<T> entry) {
        call(() -> {
            values.psetex(key, kept.toMillis(), json(entry));
            return null;
        });
    }

    @Override
    public boolean lock() {
        return call(
                () -> values.setAndChanged(lockKey(), "1", new SetArgs().nx().px(LOCK)));
    }

    /** Deletes the lock even if it expired and another process holds it now. That costs one more computation. */
    @Override
    public void unlock() {
        call(() -> redis.key().del(lockKey()));
    }

    private String lockKey() {
        return key + ":lock";
    }

    private String json(CachedBlock.Entry<T> entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if another version of the program wrote a different format. */
    private Optional<CachedBlock.Entry<T>> parse(String text) {
        try {
            CachedBlock.Entry<T> entry = json.readValue(text, type);
            return Optional.of(entry).filter(e -> e.value() != null && e.freshUntil() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static <R> R call(Supplier<R> command) {
        try {
            return command.get();
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CachedBlock.StoreDown(e);
        }
    }
}
