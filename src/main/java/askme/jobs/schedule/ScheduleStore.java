package askme.jobs.schedule;

import askme.jobs.queue.RedisClient;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schedule database of Redis. The key {@code slot:{task}:{ms}} exists once a scheduler has claimed the slot. The hash
 * {@code task:{name}} holds the last run and the next slot (moments in ms since the epoch).
 */
final class ScheduleStore {

    private final RedisClient redis;

    ScheduleStore(RedisClient redis) {
        this.redis = redis;
    }

    /** Claims the slot for {@code lifetime}; false if another scheduler has claimed it. */
    boolean claim(String task, Instant slot, Duration lifetime) {
        return redis.call(Request.cmd(Command.SET)
                        .arg(key(task, slot))
                        .arg(1)
                        .arg("NX")
                        .arg("PX")
                        .arg(lifetime.toMillis()))
                != null;
    }

    /** Deletes the claim of a slot whose job could not be queued. */
    void release(String task, Instant slot) {
        redis.call(Request.cmd(Command.DEL).arg(key(task, slot)));
    }

    private static String key(String task, Instant slot) {
        return "slot:" + task + ":" + slot.toEpochMilli();
    }

    /** Stores the slot whose job was queued, and the next one. */
    void saveQueued(String task, Instant slot, Optional<Instant> next) {
        redis.call(Request.cmd(Command.HSET)
                .arg("task:" + task)
                .arg("slot")
                .arg(slot.toEpochMilli())
                .arg("next")
                .arg(next.map(Instant::toEpochMilli).orElse(0L)));
    }

    /** Stores the last run; {@code end} is the name of its outcome. */
    void saveRun(String task, Instant startedAt, Duration took, String end) {
        redis.call(Request.cmd(Command.HSET)
                .arg("task:" + task)
                .arg("last")
                .arg(startedAt.toEpochMilli())
                .arg("took")
                .arg(took.toMillis())
                .arg("end")
                .arg(end));
    }

    /** The fields of {@code task:{name}}; empty if no job of the task was ever queued. */
    Map<String, String> read(String task) {
        Map<String, String> fields = new TreeMap<>();
        Response all = redis.call(Request.cmd(Command.HGETALL).arg("task:" + task));
        for (String field : all.getKeys()) {
            fields.put(field, all.get(field).toString());
        }
        return fields;
    }
}
