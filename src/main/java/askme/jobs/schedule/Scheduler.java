package askme.jobs.schedule;

import askme.jobs.JobsConfig;
import askme.jobs.PeriodicTask;
import askme.jobs.RedisException;
import askme.jobs.Roles;
import askme.jobs.TaskState;
import askme.jobs.queue.JobMetrics;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.JobsFactory;
import askme.jobs.queue.RedisClient;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;

/** Queues the jobs of periodic tasks if this process has the scheduler role. */
@ApplicationScoped
public class Scheduler {

    private final PeriodicTasks tasks;
    private final OutageLog outage;
    private final Roles roles;

    Scheduler(
            @RedisClientName("schedule") Redis redis,
            @Any Instance<PeriodicTask> all,
            JobsFactory factory,
            JobsConfig config,
            JobMetrics metrics,
            Roles roles,
            Parts parts,
            Clock clock) {
        this.roles = roles;
        RedisClient client = new RedisClient(redis.getDelegate(), config.jobs().redisTimeout(), metrics::roundTrip);
        tasks = new PeriodicTasks(all, new ScheduleStore(client), factory.queue(), clock);
        outage = parts.use(Part.REDIS_SCHEDULE, "scheduler");
    }

    // Not during the start: the Redis extension creates its clients one after another without a lock.
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        if (!roles.scheduler()) {
            return;
        }
        try {
            tasks.tick();
            outage.ends();
        } catch (RedisException e) {
            outage.begins(e);
        }
    }

    /** Stores a run of a periodic task. If the schedule database is down, the run is not stored. */
    public void saveRun(JobRun run) {
        try {
            tasks.saveRun(run);
        } catch (RedisException e) {
            outage.begins(e);
        }
    }

    /** The state of each task, by name. */
    public List<TaskState> states() {
        return tasks.states();
    }
}
