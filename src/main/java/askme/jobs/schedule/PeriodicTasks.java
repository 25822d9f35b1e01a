package askme.jobs.schedule;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.RedisException;
import askme.jobs.TaskState;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.JobRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queues the jobs of periodic tasks. The scheduler that claims a slot queues its job. The job's id in Redis is the same for all
 * slots of a task, so that at most one waits. The id in the envelope contains the slot.
 */
final class PeriodicTasks {

    private static final String ID = "task:";

    private final Map<PeriodicTask, Optional<Schedule>> scheduled = new LinkedHashMap<>();
    private final Map<String, Instant> handled = new HashMap<>();
    private final ScheduleStore store;
    private final JobQueue queue;
    private final Clock clock;

    /** @throws IllegalArgumentException if a schedule cannot be parsed */
    PeriodicTasks(Iterable<PeriodicTask> tasks, ScheduleStore store, JobQueue queue, Clock clock) {
        for (PeriodicTask task : tasks) {
            scheduled.put(task, Schedule.parse(task.schedule()));
        }
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /** Queues the jobs that are due. It is called every second. */
    void tick() {
        Instant now = clock.instant();
        scheduled.forEach((task, schedule) -> schedule.ifPresent(on -> queueIfDue(task, on, now)));
    }

    private void queueIfDue(PeriodicTask task, Schedule schedule, Instant now) {
        Instant slot = schedule.slot(now).orElse(null);
        // This only saves requests to Redis. The claim in Redis is what makes a slot run once.
        if (slot == null || slot.equals(handled.get(task.name()))) {
            return;
        }
        if (store.claim(task.name(), slot, schedule.claimLifetime())) {
            queueOrRelease(task, slot, schedule.next(now));
        }
        handled.put(task.name(), slot);
    }

    private void queueOrRelease(PeriodicTask task, Instant slot, Optional<Instant> next) {
        try {
            queue.push(List.of(job(task, slot)));
        } catch (RedisException e) {
            store.release(task.name(), slot);
            throw e;
        }
        store.saveQueued(task.name(), slot, next);
    }

    private JobQueue.Push job(PeriodicTask task, Instant slot) {
        JobHandler handler = task.handler();
        Envelope envelope = new Envelope(
                ID + task.name() + ":" + slot.toEpochMilli(),
                handler.name(),
                handler.queue(),
                handler.version(),
                Envelope.tree(task.event()),
                clock.millis(),
                null,
                null,
                false);
        return new JobQueue.Push(ID + task.name(), handler.queue(), Duration.ZERO, envelope.json());
    }

    /** Stores the run if its job belongs to a periodic task. */
    void saveRun(JobRun run) {
        String id = run.job().id();
        if (id.startsWith(ID)) {
            String task = id.substring(ID.length(), id.lastIndexOf(':'));
            store.saveRun(task, run.startedAt(), run.took(), run.outcome().name());
        }
    }

    /** The state of each task, by name. */
    List<TaskState> states() {
        return scheduled.entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(TaskState::name))
                .toList();
    }

    private TaskState state(PeriodicTask task, Optional<Schedule> schedule) {
        Map<String, String> stored = store.read(task.name());
        String last = stored.get("last");
        return new TaskState(
                task.name(),
                task.schedule(),
                last == null ? null : Instant.ofEpochMilli(Long.parseLong(last)),
                Duration.ofMillis(Long.parseLong(stored.getOrDefault("took", "0"))),
                stored.get("end"),
                schedule.flatMap(on -> on.next(clock.instant())).orElse(null));
    }
}
