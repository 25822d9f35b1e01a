package askme.jobs.worker;

import askme.jobs.Handler;
import askme.jobs.JobsConfig;
import askme.jobs.admin.QueueInspector;
import askme.jobs.admin.QueueState;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.Handlers;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.OutboxTable;
import askme.jobs.queue.RedisClient;
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
public final class QueueKit {

    final JobsConfig.Settings settings;
    public final RedisClient link;
    public final JobQueue queue;
    public final QueueInspector lists;
    public final Collection<JobRun> runs = new ConcurrentLinkedQueue<>();

    /** @param overrides keys below {@code askme.jobs.} */
    public QueueKit(Redis redis, Map<String, String> overrides) {
        settings = settings(overrides);
        link = new RedisClient(redis, settings.redisTimeout(), time -> {});
        queue = new JobQueue(link, settings);
        lists = new QueueInspector(link, settings.lease(), Clock.systemUTC());
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

    public Worker worker(Handler<?>... handlers) {
        return worker(table(noDatabase()), handlers);
    }

    public Worker worker(OutboxTable table, Handler<?>... handlers) {
        JobsConfig.Retry retry = settings.retry();
        Backoff backoff = new Backoff(
                retry.base(), retry.most(), () -> ThreadLocalRandom.current().nextLong());
        JobRunner runner = new JobRunner(
                new Handlers(List.of(handlers)),
                backoff,
                retry.attempts(),
                Clock.systemUTC(),
                Runnable::run,
                runs::add);
        return new Worker("w-" + UUID.randomUUID(), settings, queue, table, runner, Clock.systemUTC());
    }

    /** Jobs for {@code handler} that no outbox knows. */
    public List<String> push(Handler<?> handler, Object... events) {
        List<JobQueue.Push> jobs = new ArrayList<>();
        for (Object event : events) {
            jobs.add(push(UUID.randomUUID().toString(), handler, event, Duration.ZERO));
        }
        queue.push(jobs);
        return jobs.stream().map(JobQueue.Push::id).toList();
    }

    public static JobQueue.Push push(String id, Handler<?> handler, Object event, Duration delay) {
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

    public QueueState state(String queue) {
        return lists.state().queues().stream()
                .filter(state -> state.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }
}
