package askme.views;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts views in Redis, together for all processes. Time is divided in windows. Each has a random key and a filter (a Bloom filter) of the
 * visitors that were counted in it. A visitor counts if neither this window's filter nor the one before has them. Both expire.
 */
@ApplicationScoped
class ViewCounts {

    private static final String PREFIX = "askme:views:";
    private static final String COUNTS = PREFIX + "counts";
    private static final String BATCH = PREFIX + "batch";

    /** While the task does not run, this number of questions is counted. */
    private static final int MOST_QUESTIONS = 20_000;

    private static final int VIEWS_A_CALL = 250;
    private static final int KEY_BYTES = 32;
    private static final int WINDOWS_KEPT = 2;

    private static final String COUNT = """
            local bits = tonumber(ARGV[2])
            for i = 4, #ARGV, 1 + 2 * bits do
              local seen = true
              for bit = i + bits + 1, i + 2 * bits do
                if redis.call('GETBIT', KEYS[2], ARGV[bit]) == 0 then seen = false break end
              end
              if not seen then
                seen = true
                for bit = i + 1, i + bits do
                  if redis.call('SETBIT', KEYS[1], ARGV[bit], 1) == 0 then seen = false end
                end
                if not seen and (redis.call('HEXISTS', KEYS[3], ARGV[i]) == 1
                    or redis.call('HLEN', KEYS[3]) < tonumber(ARGV[3])) then
                  redis.call('HINCRBY', KEYS[3], ARGV[i], 1)
                end
              end
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1""";

    /** Gives the batch that waits, or makes one of the counts. Its number is in the field 0, which is no question. */
    private static final String TAKE = """
            if redis.call('EXISTS', KEYS[2]) == 0 then
              if redis.call('EXISTS', KEYS[1]) == 0 then return {} end
              redis.call('RENAME', KEYS[1], KEYS[2])
              redis.call('HSET', KEYS[2], '0', ARGV[1])
            end
            return redis.call('HGETALL', KEYS[2])""";

    private final RedisDataSource redis;
    private final ViewsConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ViewCounts(@RedisClientName("cache") RedisDataSource redis, ViewsConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Views to add to the database.
     *
     * @param number of the batch, 0 for an empty one
     * @param views by question
     */
    record Batch(long number, Map<Long, Integer> views) {}

    /** Counts the views of those who were not counted in this window and the one before. */
    void count(Collection<View> views) {
        long window = clock.millis() / config.onceIn().toMillis();
        VisitorDigest now = new VisitorDigest(key(window));
        VisitorDigest before = new VisitorDigest(key(window - 1));
        List<String> values = new ArrayList<>();
        for (View view : views) {
            values.add(Long.toString(view.question()));
            add(values, now.bits(view));
            add(values, before.bits(view));
            if (values.size() >= VIEWS_A_CALL * (1 + 2 * VisitorDigest.BITS)) {
                count(window, values);
                values.clear();
            }
        }
        if (!values.isEmpty()) {
            count(window, values);
        }
    }

    private void count(long window, List<String> values) {
        List<String> call = new ArrayList<>(List.of(
                COUNT,
                "3",
                PREFIX + "seen:" + window,
                PREFIX + "seen:" + (window - 1),
                COUNTS,
                Long.toString(kept().toMillis()),
                Integer.toString(VisitorDigest.BITS),
                Integer.toString(MOST_QUESTIONS)));
        call.addAll(values);
        redis.execute("EVAL", call.toArray(String[]::new));
    }

    /** The batch that was taken last if it was not confirmed, or the views since then. */
    Batch take() {
        long number = random.nextLong() >>> 1 | 1;
        Response fields = redis.execute("EVAL", TAKE, "2", COUNTS, BATCH, Long.toString(number));
        long taken = 0;
        Map<Long, Integer> views = new TreeMap<>();
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            long question = fields.get(i).toLong();
            if (question == 0) {
                taken = fields.get(i + 1).toLong();
            } else {
                views.put(question, fields.get(i + 1).toInteger());
            }
        }
        return new Batch(taken, views);
    }

    /** Removes the batch that was taken. */
    void confirm() {
        redis.execute("DEL", BATCH);
    }

    /** The random key of the window, which the first process makes that needs it. */
    private String key(long window) {
        String name = PREFIX + "key:" + window;
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        redis.execute("SET", name, HexFormat.of().formatHex(bytes), "NX", "PX", Long.toString(kept().toMillis()));
        return redis.execute("GET", name).toString();
    }

    private Duration kept() {
        return config.onceIn().multipliedBy(WINDOWS_KEPT);
    }

    private static void add(List<String> values, int[] bits) {
        for (int bit : bits) {
            values.add(Integer.toString(bit));
        }
    }
}
