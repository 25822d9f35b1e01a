package askme.jobs.queue;

import askme.jobs.Handler;
import askme.jobs.JobsConfig;
import askme.jobs.PeriodicTask;
import askme.resilience.Parts;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes the plain objects of the queue from the configuration. */
@ApplicationScoped
public class JobsFactory {

    private final JobQueue queue;
    private final Handlers handlers;
    private final OutboxTable table;
    private final UuidV7 ids;
    private final Pusher pusher;
    private final RedisClient redis;

    JobsFactory(
            @RedisClientName("jobs") Redis client,
            DataSource database,
            @Any Instance<Handler<?>> handlers,
            @Any Instance<PeriodicTask> tasks,
            JobsConfig config,
            JobMetrics metrics,
            Parts parts,
            Clock clock) {
        JobsConfig.Settings settings = config.jobs();
        redis = new RedisClient(client.getDelegate(), settings.redisTimeout(), metrics::roundTrip);
        queue = new JobQueue(redis, settings);
        this.handlers = new Handlers(handlers, tasks);
        table = new OutboxTable(database, settings.relay());
        ids = new UuidV7(clock, new SecureRandom());
        pusher = new Pusher(queue, parts, clock);
    }

    public JobQueue queue() {
        return queue;
    }

    public Handlers handlers() {
        return handlers;
    }

    public OutboxTable table() {
        return table;
    }

    UuidV7 ids() {
        return ids;
    }

    Pusher pusher() {
        return pusher;
    }

    /** The client of the jobs database. */
    public RedisClient redis() {
        return redis;
    }
}
