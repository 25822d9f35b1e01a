package askme.jobs;

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
class SchedulerTick {

    private final PeriodicTasks tasks;
    private final Slots slots;
    private final OutageLog outage;
    private final Roles roles;

    SchedulerTick(
            @RedisClientName("schedule") Redis redis,
            @Any Instance<PeriodicTask> all,
            JobParts parts,
            JobsConfig config,
            JobMetrics metrics,
            Roles roles,
            Clock clock) {
        this.roles = roles;
        slots = new Slots(new RedisLink(redis.getDelegate(), config.jobs().redisTimeout(), metrics::roundTrip));
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
        } catch (RedisFailure e) {
            outage.begins(e);
        }
    }

    /** A worker's note of a run; where the schedule database is down the note is missing, not the run. */
    void ran(JobRun run) {
        try {
            tasks.ran(run);
        } catch (RedisFailure e) {
            outage.begins(e);
        }
    }

    List<TaskState> states() {
        return tasks.states();
    }
}
