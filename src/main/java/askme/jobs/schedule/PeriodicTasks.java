package askme.jobs.schedule;

import askme.jobs.Handler;
import askme.jobs.PeriodicTask;
import askme.jobs.RedisException;
import askme.jobs.TaskState;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.Handlers;
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
 * Turns schedules into jobs: whoever takes a slot queues its job. The job has a fixed id in Redis, so that at most one of a task
 * waits; its handler sees an id with the slot in it.
 */
final class PeriodicTasks {

    private static final String ID = "task:";

    private final Map<PeriodicTask, Optional<Schedule>> scheduled = new LinkedHashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final ScheduleStore slots;
    private final JobQueue queue;
    private final Handlers handlers;
    private final Clock clock;

    /** A schedule that cannot be read fails here. */
    PeriodicTasks(Iterable<PeriodicTask> tasks, ScheduleStore slots, JobQueue queue, Handlers handlers, Clock clock) {
        for (PeriodicTask task : tasks) {
            scheduled.put(task, Schedule.parse(task.schedule()));
        }
        this.slots = slots;
        this.queue = queue;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Queues what is due; to be called every second or so. */
    void tick() {
        Instant now = clock.instant();
        scheduled.forEach((task, schedule) -> schedule.ifPresent(known -> due(task, known, now)));
    }

    private void due(PeriodicTask task, Schedule schedule, Instant now) {
        Instant slot = schedule.slot(now).orElse(null);
        // The memory of this process spares Redis the question; it is not what makes a slot run once.
        if (slot == null || slot.equals(seen.get(task.name()))) {
            return;
        }
        if (slots.take(task.name(), slot, schedule.memory())) {
            queueOrRelease(task, slot, schedule.next(now));
        }
        seen.put(task.name(), slot);
    }

    private void queueOrRelease(PeriodicTask task, Instant slot, Optional<Instant> next) {
        try {
            queue.push(List.of(job(task, slot)));
        } catch (RedisException e) {
            slots.release(task.name(), slot);
            throw e;
        }
        slots.queued(task.name(), slot, next);
    }

    private JobQueue.Push job(PeriodicTask task, Instant slot) {
        Object event = task.event();
        List<Handler<?>> able = handlers.of(event.getClass());
        if (able.size() != 1) {
            throw new IllegalStateException(task.name() + " needs one handler and has " + able.size());
        }
        Handler<?> handler = able.get(0);
        Envelope envelope = new Envelope(
                ID + task.name() + ":" + slot.toEpochMilli(),
                handler.name(),
                handler.queue(),
                handler.version(),
                Envelope.tree(event),
                clock.millis(),
                null,
                null,
                false);
        return new JobQueue.Push(ID + task.name(), handler.queue(), Duration.ZERO, envelope.json());
    }

    /** Keeps the run of a periodic task's job; other jobs are not its concern. */
    void ran(JobRun run) {
        String id = run.job().id();
        if (id.startsWith(ID)) {
            String task = id.substring(ID.length(), id.lastIndexOf(':'));
            slots.ran(task, run.startedAt(), run.took(), run.outcome().name());
        }
    }

    /** What is known of each task. */
    List<TaskState> states() {
        return scheduled.entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(TaskState::name))
                .toList();
    }

    private TaskState state(PeriodicTask task, Optional<Schedule> schedule) {
        Map<String, String> known = slots.of(task.name());
        String last = known.get("last");
        return new TaskState(
                task.name(),
                task.schedule(),
                last == null ? null : Instant.ofEpochMilli(Long.parseLong(last)),
                Duration.ofMillis(Long.parseLong(known.getOrDefault("took", "0"))),
                known.get("end"),
                schedule.flatMap(on -> on.next(clock.instant())).orElse(null));
    }
}
