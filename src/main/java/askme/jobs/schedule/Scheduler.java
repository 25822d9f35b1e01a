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
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;

/** The clockwork of the scheduler role. */
@ApplicationScoped
public class Scheduler {

    private final PeriodicTasks tasks;
    private final ScheduleStore slots;
    private final OutageLog outage;
    private final Roles roles;

    Scheduler(
            @RedisClientName("schedule") Redis redis,
            @Any Instance<PeriodicTask> all,
            JobsFactory parts,
            JobsConfig config,
            JobMetrics metrics,
            Roles roles,
            Clock clock) {
        this.roles = roles;
        slots = new ScheduleStore(
                new RedisClient(redis.getDelegate(), config.jobs().redisTimeout(), metrics::roundTrip));
        tasks = new PeriodicTasks(all, slots, parts.queue(), parts.handlers(), clock);
        outage = new OutageLog("scheduler", clock);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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

    /** A worker's note of a run; where the schedule database is down the note is missing, not the run. */
    public void ran(JobRun run) {
        try {
            tasks.ran(run);
        } catch (RedisException e) {
            outage.begins(e);
        }
    }

    public List<TaskState> states() {
        return tasks.states();
    }
}
