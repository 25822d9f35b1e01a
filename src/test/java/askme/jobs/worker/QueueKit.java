package askme.jobs.worker;

import askme.jobs.Handler;
import askme.jobs.JobsConfig;
import askme.jobs.PeriodicTask;
import askme.jobs.admin.QueueInspector;
import askme.jobs.admin.QueueState;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.Handlers;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.OutboxTable;
import askme.jobs.queue.RedisClient;
import askme.resilience.Parts;
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

/**
 * The plain objects of the queue on the Redis of a test, without a CDI container. It is in this package because the constructor of a
 * worker is package-private.
 */
public final class QueueKit {

    final JobsConfig.Settings settings;
    public final RedisClient redis;
    public final JobQueue queue;
    public final QueueInspector inspector;
    public final Collection<JobRun> runs = new ConcurrentLinkedQueue<>();

    /** @param overrides keys below {@code askme.jobs.} */
    public QueueKit(Redis redis, Map<String, String> overrides) {
        settings = settings(overrides);
        this.redis = new RedisClient(redis, settings.redisTimeout(), time -> {});
        queue = new JobQueue(this.redis, settings);
        inspector = new QueueInspector(this.redis, settings.lease(), Clock.systemUTC());
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

    /** A database that is down, for jobs without a row in the outbox. */
    private static DataSource noDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    throw new SQLException("no database");
                });
    }

    public OutboxTable table(DataSource database) {
        return new OutboxTable(database, settings.relay());
    }

    public Worker worker(Handler<?>... handlers) {
        return worker(table(noDatabase()), handlers);
    }

    public Worker worker(OutboxTable table, Handler<?>... handlers) {
        return worker(table, List.of(handlers), List.of());
    }

    public Worker worker(PeriodicTask task) {
        return worker(table(noDatabase()), List.of(), List.of(task));
    }

    private Worker worker(OutboxTable table, List<Handler<?>> handlers, List<PeriodicTask> tasks) {
        Clock clock = Clock.systemUTC();
        JobsConfig.Retry retry = settings.retry();
        Backoff backoff = new Backoff(
                retry.base(), retry.most(), () -> ThreadLocalRandom.current().nextLong());
        JobReader reader = new JobReader(new Handlers(handlers, tasks), clock);
        JobRunner runner = new JobRunner(backoff, retry.attempts(), clock, Runnable::run, runs::add, failure -> false);
        return new Worker("w-" + UUID.randomUUID(), settings, queue, table, reader, runner, new Parts(clock));
    }

    /** Pushes jobs for {@code handler} without rows in the outbox. Returns their ids. */
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
        return inspector.state().queues().stream()
                .filter(state -> state.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }
}
