package askme.jobs;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.redis.client.Redis;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** The queue's plain objects on a Redis of the test's own, without a container and, unless given one, without a database. */
final class QueueKit {

    final JobsConfig.Settings settings;
    final RedisLink link;
    final JobQueue queue;
    final JobLists lists;
    final Collection<JobRun> runs = new ConcurrentLinkedQueue<>();

    /** @param overrides keys below {@code askme.jobs.} */
    QueueKit(Redis redis, Map<String, String> overrides) {
        settings = settings(overrides);
        link = new RedisLink(redis, settings.redisTimeout(), time -> {});
        queue = new JobQueue(link, settings);
        lists = new JobLists(link, settings.lease(), Clock.systemUTC());
    }

    static JobsConfig.Settings settings(Map<String, String> overrides) {
        Map<String, String> keys = new HashMap<>();
        overrides.forEach((key, value) -> keys.put("askme.jobs." + key, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 500, new DurationConverter())
                .withMapping(JobsConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(JobsConfig.class)
                .jobs();
    }

    /** A database that is down, for jobs that have no row in an outbox. */
    static DataSource noDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    throw new SQLException("no database");
                });
    }

    OutboxTable table(DataSource database) {
        return new OutboxTable(database, Clock.systemUTC(), settings.relay());
    }

    Worker worker(Handler<?>... handlers) {
        return worker(table(noDatabase()), handlers);
    }

    Worker worker(OutboxTable table, Handler<?>... handlers) {
        JobsConfig.Retry retry = settings.retry();
        Backoff backoff = new Backoff(
                retry.base(), retry.most(), () -> ThreadLocalRandom.current().nextLong());
        Runner runner = new Runner(
                new Handlers(List.of(handlers)),
                backoff,
                retry.attempts(),
                Clock.systemUTC(),
                Runnable::run,
                runs::add);
        return new Worker("w-" + UUID.randomUUID(), settings, queue, table, runner, Clock.systemUTC());
    }

    /** Jobs for {@code handler} that no outbox knows. */
    List<String> push(Handler<?> handler, Object... events) {
        List<JobQueue.Push> jobs = new ArrayList<>();
        for (Object event : events) {
            jobs.add(push(UUID.randomUUID().toString(), handler, event, Duration.ZERO));
        }
        queue.push(jobs);
        return jobs.stream().map(JobQueue.Push::id).toList();
    }

    static JobQueue.Push push(String id, Handler<?> handler, Object event, Duration delay) {
        Envelope envelope = new Envelope(
                id,
                handler.name(),
                handler.queue(),
                handler.version(),
                Envelope.tree(event),
                Clock.systemUTC().millis(),
                null,
                null,
                false);
        return new JobQueue.Push(id, handler.queue(), delay, envelope.json());
    }

    QueueState state(String queue) {
        return lists.state().queues().stream()
                .filter(state -> state.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }
}
