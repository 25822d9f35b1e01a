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

/** A block's value under one key of the cache database: {@code {"value":…,"freshUntil":…}}, with the lock beside it. */
final class RedisBlock<T> implements CachedBlock.Store<T> {

    /** Longer than any computation, short enough that one which died holds nobody up for long. */
    private static final Duration LOCK = Duration.ofSeconds(20);

    private final RedisDataSource redis;
    private final ValueCommands<String, String> values;
    private final ObjectMapper json;
    private final JavaType type;
    private final String key;
    private final Duration kept;

    /** {@code kept}: when Redis itself drops the value; much longer than it is fresh, so that a stale one is at hand. */
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
        return ask(() -> Optional.ofNullable(values.get(key)).flatMap(this::parsed));
    }

    @Override
    public void write(CachedBlock.Entry<T> entry) {
        ask(() -> {
            values.psetex(key, kept.toMillis(), written(entry));
            return null;
        });
    }

    @Override
    public boolean lock() {
        return ask(() -> values.setAndChanged(lockKey(), "1", new SetArgs().nx().px(LOCK)));
    }

    /** Deletes the lock even if it has expired and is another's by now: the price is one computation more. */
    @Override
    public void unlock() {
        ask(() -> redis.key().del(lockKey()));
    }

    private String lockKey() {
        return key + ":lock";
    }

    private String written(CachedBlock.Entry<T> entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another version of the program wrote counts as nothing. */
    private Optional<CachedBlock.Entry<T>> parsed(String text) {
        try {
            CachedBlock.Entry<T> entry = json.readValue(text, type);
            return Optional.of(entry).filter(e -> e.value() != null && e.freshUntil() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static <R> R ask(Supplier<R> question) {
        try {
            return question.get();
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CachedBlock.StoreDown(e);
        }
    }
}
