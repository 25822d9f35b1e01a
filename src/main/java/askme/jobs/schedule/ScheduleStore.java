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
 * The schedule database: {@code slot:{task}:{ms}} exists once somebody has taken the slot, {@code task:{name}} is a hash of what
 * is known of the last and next runs (moments in ms).
 */
final class ScheduleStore {

    private final RedisClient redis;

    ScheduleStore(RedisClient redis) {
        this.redis = redis;
    }

    /** Takes the slot; false where another scheduler has it. */
    boolean take(String task, Instant slot, Duration memory) {
        return redis.call(Request.cmd(Command.SET)
                        .arg(key(task, slot))
                        .arg(1)
                        .arg("NX")
                        .arg("PX")
                        .arg(memory.toMillis()))
                != null;
    }

    /** Gives the slot back: its job could not be queued. */
    void release(String task, Instant slot) {
        redis.call(Request.cmd(Command.DEL).arg(key(task, slot)));
    }

    private static String key(String task, Instant slot) {
        return "slot:" + task + ":" + slot.toEpochMilli();
    }

    void queued(String task, Instant slot, Optional<Instant> next) {
        redis.call(Request.cmd(Command.HSET)
                .arg("task:" + task)
                .arg("slot")
                .arg(slot.toEpochMilli())
                .arg("next")
                .arg(next.map(Instant::toEpochMilli).orElse(0L)));
    }

    void ran(String task, Instant startedAt, Duration took, String end) {
        redis.call(Request.cmd(Command.HSET)
                .arg("task:" + task)
                .arg("last")
                .arg(startedAt.toEpochMilli())
                .arg("took")
                .arg(took.toMillis())
                .arg("end")
                .arg(end));
    }

    /** The fields of {@code task:{name}}; empty where it never ran. */
    Map<String, String> of(String task) {
        Map<String, String> fields = new TreeMap<>();
        Response all = redis.call(Request.cmd(Command.HGETALL).arg("task:" + task));
        for (String field : all.getKeys()) {
            fields.put(field, all.get(field).toString());
        }
        return fields;
    }
}
