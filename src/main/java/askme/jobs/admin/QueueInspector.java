package askme.jobs.admin;

import askme.jobs.JobsConfig;
import askme.jobs.Queues;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.JobsFactory;
import askme.jobs.queue.RedisClient;
import askme.jobs.queue.Script;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and changes the queues in Redis for an operator. */
@Singleton
public final class QueueInspector {

    /** A hash: process -> the time of its report (ms), then {@code part since hangs} for each part that it cannot use. */
    private static final String PARTS = "parts";

    private static final Duration REPORT_LIFE = Duration.ofSeconds(30);

    private final RedisClient redis;
    private final Duration lease;
    private final Clock clock;
    private volatile boolean reported;

    @Inject
    QueueInspector(JobsFactory factory, JobsConfig config, Clock clock) {
        this(factory.redis(), config.jobs().lease(), clock);
    }

    /** @param lease the time after the last heartbeat after which a worker is lost */
    public QueueInspector(RedisClient redis, Duration lease, Clock clock) {
        this.redis = redis;
        this.lease = lease;
        this.clock = clock;
    }

    /** The current state of queues and workers. */
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

    /** The next delayed jobs, the soonest first. */
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

    /** The latest dead jobs. */
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

    /** The envelope in {@code payload}. If it cannot be parsed, the payload is shown as the event. */
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

    /** Queues dead jobs with all their attempts. Returns their number. */
    public int replay(List<String> ids) {
        return redis.run(Script.REPLAY, ids).toInteger();
    }

    /** Deletes dead and delayed jobs permanently. */
    public void delete(List<String> ids) {
        redis.run(Script.DELETE, ids);
    }

    /** Makes delayed jobs due. */
    public void runNow(List<String> ids) {
        redis.run(Script.RUN_NOW, ids);
    }

    /** Makes all failed jobs of the queue due. Returns their number. */
    int runFailed(String queue) {
        return redis.run(Script.RUN_FAILED, List.of(queue)).toInteger();
    }

    /** Stores the parts that {@code process} cannot use. Nothing is stored if it can use all of them. */
    void reportParts(String process, List<JobAdmin.PartDown> parts) {
        if (parts.isEmpty()) {
            if (reported) {
                redis.call(Request.cmd(Command.HDEL).arg(PARTS).arg(process));
            }
        } else {
            String states = parts.stream()
                    .map(part -> part.part() + " " + part.since().toEpochMilli() + " " + part.hangs())
                    .collect(Collectors.joining(","));
            redis.call(Request.cmd(Command.HSET).arg(PARTS).arg(process).arg(clock.millis() + "," + states));
        }
        reported = !parts.isEmpty();
    }

    /** The parts that processes cannot use, by process. A report that is not repeated is of a process that has ended. */
    Map<String, List<JobAdmin.PartDown>> parts() {
        Map<String, List<JobAdmin.PartDown>> found = new TreeMap<>();
        Response all = redis.call(Request.cmd(Command.HGETALL).arg(PARTS));
        for (String process : all.getKeys()) {
            String[] report = all.get(process).toString().split(",");
            if (clock.millis() - Long.parseLong(report[0]) < REPORT_LIFE.toMillis()) {
                found.put(
                        process,
                        Stream.of(report).skip(1).map(QueueInspector::part).toList());
            } else {
                redis.call(Request.cmd(Command.HDEL).arg(PARTS).arg(process));
            }
        }
        return found;
    }

    private static JobAdmin.PartDown part(String text) {
        String[] words = text.split(" ");
        return new JobAdmin.PartDown(
                words[0], Instant.ofEpochMilli(Long.parseLong(words[1])), Boolean.parseBoolean(words[2]));
    }

    /** Stops workers from claiming jobs of the queue. */
    public void pause(String queue) {
        redis.call(Request.cmd(Command.SADD).arg("paused").arg(queue));
    }

    /** Lets workers claim jobs of the queue again. */
    public void resume(String queue) {
        redis.call(Request.cmd(Command.SREM).arg("paused").arg(queue));
    }
}
