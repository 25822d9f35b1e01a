package askme.names;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of the three Redis databases. Jobs are written in the form of the previous version, so that this version must
 * understand them.
 */
@ApplicationScoped
class NamesOfRedis {

    static final String FAILED = "external-names-failed";
    static final String DEAD = "external-names-dead";

    private static final String QUEUE = "digest";

    /** The handler fails if the event has no block. */
    private static final String PAYLOAD =
            "{'id':'%s','handler':'refresh-sidebar','queue':'digest','version':1,'event':{'block':null},'recordedAt':%d,"
                    + "'requestId':'external','traceparent':null,'outbox':false}";

    private static final Set<String> FIELDS_ARE_IDS =
            Set.of("live", "failures", "errors", "crashes", "dead:payload", "dead:error");

    private final RedisDataSource cache;
    private final RedisDataSource jobs;
    private final RedisDataSource schedule;

    NamesOfRedis(
            @RedisClientName("cache") RedisDataSource cache,
            @RedisClientName("jobs") RedisDataSource jobs,
            @RedisClientName("schedule") RedisDataSource schedule) {
        this.cache = cache;
        this.jobs = jobs;
        this.schedule = schedule;
    }

    /** A job that fails and then waits for hours, and one whose next failure is its last. */
    void pushFailingJobs() {
        push(FAILED, 20);
        push(DEAD, 24);
    }

    private void push(String id, int failures) {
        String payload = PAYLOAD.formatted(id, Instant.now().toEpochMilli()).replace('\'', '"');
        jobs.hash(String.class).hset("failures", id, Integer.toString(failures));
        jobs.hash(String.class).hset("live", id, payload);
        jobs.list(String.class).lpush("queue:" + QUEUE, id);
    }

    boolean bothFailed() {
        return jobs.sortedSet(String.class).zscore("delayed:" + QUEUE, FAILED).isPresent()
                && jobs.sortedSet(String.class).zscore("dead", DEAD).isPresent();
    }

    /** The payload of a waiting job that contains {@code part}; null if no job does. */
    String waiting(String part) {
        return jobs.hash(String.class).hvals("live").stream()
                .filter(payload -> payload.contains(part))
                .findFirst()
                .orElse(null);
    }

    boolean everyTaskRan() {
        List<String> tasks = schedule.key().keys("task:*");
        return !tasks.isEmpty()
                && tasks.stream().allMatch(task -> schedule.hash(String.class).hexists(task, "last"));
    }

    /** Keys that exist only for a moment or after a crash are among the literals. */
    void find(Names names) {
        for (String key : jobs.key().keys("*")) {
            if (!key.startsWith("processing:")
                    && !Set.of("crashes", "alone", "revive", "revived").contains(key)) {
                add(names, "redis jobs", jobs, key, normalised(key));
            }
        }
        for (String key : schedule.key().keys("*")) {
            add(
                    names,
                    "redis schedule",
                    schedule,
                    key,
                    key.replaceAll("^(slot|task):[a-z-]+", "$1:{task}").replaceAll("\\d+", "{ms}"));
        }
        for (String key : cache.key().keys("sidebar:*")) {
            if (!key.endsWith(":lock")) {
                String json = cache.value(String.class).get(key);
                JsonMembers.seen(json, false).forEach(member -> names.add("redis cache", key + " " + member));
            }
        }
    }

    private static String normalised(String key) {
        return key.replaceAll("^(queue|stats|delayed):[a-z]+", "$1:{queue}").replaceAll("\\d+", "{minute}");
    }

    private static void add(Names names, String section, RedisDataSource redis, String key, String name) {
        String type = redis.execute("TYPE", key).toString();
        names.add(section, name + " is a " + type);
        if (type.equals("hash") && !FIELDS_ARE_IDS.contains(key)) {
            Map<String, String> fields = redis.hash(String.class).hgetall(key);
            fields.keySet().forEach(field -> names.add(section, name + " field " + field));
        }
    }
}
