package askme.jobs;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** The plain objects the queue is made of, wired from the configuration. */
@ApplicationScoped
class JobParts {

    private final JobQueue queue;
    private final Handlers handlers;
    private final OutboxTable table;
    private final JobIds ids;
    private final Pusher pusher;
    private final JobLists lists;

    JobParts(
            @RedisClientName("jobs") Redis redis,
            DataSource database,
            @Any Instance<Handler<?>> all,
            JobsConfig config,
            JobMetrics metrics,
            Clock clock) {
        JobsConfig.Settings settings = config.jobs();
        RedisLink link = new RedisLink(redis.getDelegate(), settings.redisTimeout(), metrics::roundTrip);
        queue = new JobQueue(link, settings);
        handlers = new Handlers(all);
        table = new OutboxTable(database, clock, settings.relay());
        ids = new JobIds(clock, new SecureRandom());
        pusher = new Pusher(queue, clock);
        lists = new JobLists(link, settings.lease(), clock);
    }

    JobQueue queue() {
        return queue;
    }

    Handlers handlers() {
        return handlers;
    }

    OutboxTable table() {
        return table;
    }

    JobIds ids() {
        return ids;
    }

    Pusher pusher() {
        return pusher;
    }

    JobLists lists() {
        return lists;
    }
}
