package askme.jobs.queue;

import askme.jobs.BatchHandler;
import askme.jobs.JobsConfig;
import askme.jobs.Queues;
import askme.jobs.RedisException;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * The queues in Redis. Each step of a job is one call of one script; {@code jobs/common.lua} describes the keys. A method throws
 * {@link RedisException} if Redis is down.
 */
public final class JobQueue {

    /** The maximum number of jobs of one call. While a script runs, Redis executes no other command. */
    public static final int BATCH = BatchHandler.BATCH;

    private static final int PROMOTED_AT_ONCE = 500;

    private final RedisClient redis;
    private final JobsConfig.Settings settings;

    public JobQueue(RedisClient redis, JobsConfig.Settings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /**
     * A job to push.
     *
     * @param delay the minimum time until the first attempt
     * @param payload the envelope as JSON
     */
    public record Push(String id, String queue, Duration delay, String payload) {}

    /** Queues the jobs that are not live. Returns their number. */
    public int push(List<Push> jobs) {
        int pushed = 0;
        for (int from = 0; from < jobs.size(); from += BATCH) {
            List<Push> batch = jobs.subList(from, Math.min(from + BATCH, jobs.size()));
            pushed += redis.run(Script.PUSH, pushArgs(batch)).toInteger();
        }
        return pushed;
    }

    /** Queues the few jobs of one transaction without waiting. */
    CompletionStage<Response> pushAsync(List<Push> jobs) {
        return redis.send(Script.PUSH, pushArgs(jobs)).toCompletionStage();
    }

    private static List<String> pushArgs(List<Push> jobs) {
        List<String> args = new ArrayList<>(jobs.size() * 4);
        for (Push job : jobs) {
            args.add(job.id());
            args.add(job.queue());
            args.add(Long.toString(Math.max(0, job.delay().toMillis())));
            args.add(job.payload());
        }
        return args;
    }

    /**
     * Waits for a job, at most {@code block}, and moves its id to the worker's list. The caller needs a separate connection
     * ({@link #connect}), because the command blocks it.
     */
    public Optional<String> await(RedisConnection connection, String worker, String queue, Duration block) {
        Request move = Request.cmd(Command.BLMOVE)
                .arg("queue:" + queue)
                .arg("processing:" + worker + ":" + queue)
                .arg("RIGHT")
                .arg("LEFT")
                .arg(Double.toString(block.toMillis() / 1000.0));
        Response id = RedisClient.await(connection.send(move), block.plus(settings.redisTimeout()));
        return Optional.ofNullable(id).map(Response::toString);
    }

    /** A connection for {@link #await}. */
    public RedisConnection connect() {
        return redis.connect();
    }

    /**
     * Claims the job that {@link #await} moved and the next ones, up to {@code most} in total.
     *
     * @return the jobs, possibly fewer than there are ids; empty if the queue is paused
     */
    public Optional<List<ClaimedJob>> claim(String worker, String queue, int most, String first) {
        Response answer =
                redis.run(Script.CLAIM, List.of(worker, queue, Integer.toString(Math.min(most, BATCH)), first));
        if (answer.type() != ResponseType.MULTI) {
            return Optional.empty();
        }
        List<ClaimedJob> jobs = new ArrayList<>(answer.size() / 4);
        for (int i = 0; i < answer.size(); i += 4) {
            int failures = answer.get(i + 2).toInteger();
            int crashes = answer.get(i + 3).toInteger();
            String payload = answer.get(i + 1).toString();
            jobs.add(new ClaimedJob(
                    answer.get(i).toString(), queue, payload, failures, Math.max(0, crashes), crashes >= 0));
        }
        return Optional.of(jobs);
    }

    /** Writes the outcomes of jobs of one queue. It ignores jobs that the reaper has taken from this worker. */
    public void complete(String worker, String queue, Collection<Completion> jobs) {
        List<String> ack = start(worker, queue);
        List<String> retry = start(worker, queue);
        List<String> dead = start(worker, queue);
        dead.add(Integer.toString(settings.dead().most()));
        dead.add(Long.toString(settings.dead().age().toMillis()));
        for (Completion completion : jobs) {
            String id = completion.job().id();
            if (completion.outcome() instanceof Outcome.Retry delayed) {
                retry.addAll(List.of(id, Long.toString(delayed.delay().toMillis()), delayed.error()));
            } else if (completion.outcome() instanceof Outcome.Dead end) {
                dead.addAll(List.of(id, end.reason()));
            } else {
                ack.add(id);
            }
        }
        runIfLonger(Script.ACK, ack, 2);
        runIfLonger(Script.RETRY, retry, 2);
        runIfLonger(Script.MARK_DEAD, dead, 4);
    }

    private void runIfLonger(Script script, List<String> args, int head) {
        if (args.size() > head) {
            redis.run(script, args);
        }
    }

    private static List<String> start(String worker, String queue) {
        return new ArrayList<>(List.of(worker, queue));
    }

    /** Stores a heartbeat of the worker. */
    public void heartbeat(String worker) {
        redis.run(Script.HEARTBEAT, List.of(worker));
    }

    /** Moves delayed jobs that are due to their queues. Returns their number. */
    public int promote() {
        List<String> args = new ArrayList<>(List.of(Integer.toString(PROMOTED_AT_ONCE)));
        args.addAll(Queues.BY_PRIORITY);
        return redis.run(Script.PROMOTE, args).toInteger();
    }

    /**
     * The result of {@link #reap}.
     *
     * @param requeued the number of jobs that were queued or delayed again
     * @param dead the ids of jobs that have lost too many workers
     */
    public record Reaped(int requeued, List<String> dead) {}

    /**
     * Takes over the jobs of workers whose lease is over. Does nothing until Redis has been up for the time of a lease, because
     * it stored no heartbeats while it was down.
     */
    public Reaped reap() {
        if (uptime().compareTo(settings.lease()) < 0) {
            return new Reaped(0, List.of());
        }
        List<String> args = new ArrayList<>(List.of(
                Long.toString(settings.lease().toMillis()),
                Integer.toString(settings.retry().crashes()),
                Integer.toString(settings.dead().most()),
                Long.toString(settings.dead().age().toMillis())));
        args.addAll(Queues.BY_PRIORITY);
        Response result = redis.run(Script.REAP, args);
        List<String> dead = result.stream().skip(1).map(Response::toString).collect(Collectors.toList());
        return new Reaped(result.get(0).toInteger(), dead);
    }

    /** Stores that the worker executes this job and no other one. */
    public void beginAlone(String worker, String id) {
        redis.run(Script.ALONE, List.of(worker, id));
    }

    /** Stores that the worker may execute several jobs again. */
    public void endAlone(String worker) {
        redis.run(Script.ALONE, List.of(worker, ""));
    }

    /** The ids of dead jobs that are to be tried once more now: they have lost too many workers, perhaps without a fault. */
    public List<String> dueForRevival() {
        return redis.run(Script.REVIVE, List.of()).stream()
                .map(Response::toString)
                .toList();
    }

    /** Queues these dead jobs once more. Returns their number. */
    public int revive(List<String> ids) {
        return redis.run(Script.REVIVE, ids).toInteger();
    }

    private Duration uptime() {
        String info = redis.call(Request.cmd(Command.INFO).arg("server")).toString();
        String seconds = info.replaceAll("(?s).*\\buptime_in_seconds:(\\d+).*", "$1");
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /**
     * Requeues the jobs of the worker's list except those {@code inFlight}. The answers to their claims were lost. Returns their
     * number.
     */
    public int requeueOthers(String worker, String queue, Collection<String> inFlight) {
        List<String> args = start(worker, queue);
        args.addAll(inFlight);
        return redis.run(Script.REQUEUE, args).toInteger();
    }

    /** Requeues all claimed jobs of a stopping worker and deletes its heartbeat. Returns the number of jobs. */
    public int deregister(String worker) {
        List<String> args = new ArrayList<>(List.of(worker));
        args.addAll(Queues.BY_PRIORITY);
        return redis.run(Script.DEREGISTER, args).toInteger();
    }

    /** Whether Redis has lost its data since the last call. */
    public boolean wasEmptied() {
        Response set = redis.call(Request.cmd(Command.SET).arg("seen").arg("1").arg("NX"));
        return set != null;
    }
}
