package askme.jobs.admin;

import askme.jobs.Queues;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.RedisClient;
import askme.jobs.queue.Script;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an operator sees of the queues and does to them. */
public final class QueueInspector {

    private final RedisClient redis;
    private final Duration lease;
    private final Clock clock;

    public QueueInspector(RedisClient redis, Duration lease, Clock clock) {
        this.redis = redis;
        this.lease = lease;
        this.clock = clock;
    }

    public JobsState state() {
        Response all = redis.run(Script.STATE, Queues.BY_PRIORITY);
        List<QueueState> queues = new ArrayList<>();
        for (int i = 0; i < Queues.BY_PRIORITY.size(); i++) {
            queues.add(queue(Queues.BY_PRIORITY.get(i), all.get(1).get(i)));
        }
        List<WorkerState> workers = new ArrayList<>();
        for (Response row : all.get(2)) {
            Duration silent = Duration.ofMillis(row.get(1).toLong());
            boolean alive = silent.compareTo(lease) < 0;
            workers.add(new WorkerState(
                    row.get(0).toString(), silent, alive, row.get(2).toLong()));
        }
        return new JobsState(queues, workers, all.get(0).toLong());
    }

    private QueueState queue(String name, Response row) {
        return new QueueState(
                name,
                row.get(0).toLong(),
                age(row.get(1).toString()),
                row.get(2).toLong(),
                row.get(3).toLong(),
                row.get(4).toInteger() == 1,
                row.get(5).toLong(),
                row.get(6).toLong(),
                row.get(7).toLong(),
                row.get(8).toLong());
    }

    private Duration age(String payload) {
        long recorded = envelope(payload).recordedAt();
        return recorded == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - recorded));
    }

    /** The next of those that wait for their time, soonest first. */
    public List<JobEntry> delayed(int most) {
        List<String> args = new ArrayList<>(List.of(Integer.toString(most)));
        args.addAll(Queues.BY_PRIORITY);
        List<JobEntry> jobs = new ArrayList<>();
        for (Response row : redis.run(Script.DELAYED, args)) {
            Envelope job = envelope(row.get(1).toString());
            int failures = row.get(2).toInteger();
            jobs.add(entry(row.get(4), job, row.get(0), failures, row.get(3)));
        }
        jobs.sort(Comparator.comparing(JobEntry::at));
        return jobs.subList(0, Math.min(most, jobs.size()));
    }

    /** The latest of the dead letters. */
    public List<JobEntry> dead(int most) {
        List<JobEntry> jobs = new ArrayList<>();
        for (Response row : redis.run(Script.DEAD, List.of(Integer.toString(most)))) {
            jobs.add(entry(row.get(3), envelope(row.get(1).toString()), row.get(0), 0, row.get(2)));
        }
        return jobs;
    }

    private static JobEntry entry(Response id, Envelope job, Response at, int failures, Response error) {
        Instant moment = Instant.ofEpochMilli((long) Double.parseDouble(at.toString()));
        String event = job.event() == null ? "" : job.event().toString();
        return new JobEntry(id.toString(), job.handler(), job.queue(), moment, failures, event, error.toString());
    }

    /** What cannot be read is shown as it is. */
    private static Envelope envelope(String payload) {
        try {
            return payload.isEmpty() ? unreadable(payload) : Envelope.read(payload);
        } catch (JsonProcessingException e) {
            return unreadable(payload);
        }
    }

    private static Envelope unreadable(String payload) {
        return new Envelope("", "", "", 0, Envelope.tree(payload), 0, null, null, false);
    }

    public int revive(List<String> ids) {
        return redis.run(Script.REVIVE, ids).toInteger();
    }

    public void drop(List<String> ids) {
        redis.run(Script.DROP, ids);
    }

    public void hasten(List<String> ids) {
        redis.run(Script.HASTEN, ids);
    }

    public void pause(String queue, boolean paused) {
        redis.call(
                Request.cmd(paused ? Command.SADD : Command.SREM).arg("paused").arg(queue));
    }
}
