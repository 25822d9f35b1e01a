package askme.jobs.queue;

import askme.jobs.BatchHandler;
import askme.jobs.JobsConfig;
import askme.jobs.Queues;
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

/** The queues in Redis: each step of a job's life is one call of one script (see {@code jobs/common.lua} for the keys). */
public final class JobQueue {

    /** The most jobs that one call moves: Redis serves nobody else while a script runs. */
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
     * @param delay before which it is not to be done
     * @param payload the envelope as JSON
     */
    public record Push(String id, String queue, Duration delay, String payload) {}

    /** Puts those on their queues that are not live yet; the number of these. */
    public int push(List<Push> jobs) {
        int pushed = 0;
        for (int from = 0; from < jobs.size(); from += BATCH) {
            List<Push> some = jobs.subList(from, Math.min(from + BATCH, jobs.size()));
            pushed += redis.run(Script.PUSH, pushArgs(some)).toInteger();
        }
        return pushed;
    }

    /** The same without waiting, for the few jobs of one transaction. */
    CompletionStage<Response> pushSoon(List<Push> jobs) {
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

    /** Waits on a connection of one's own for a job, at most {@code block}, and moves its id to the worker's list. */
    public Optional<String> await(RedisConnection own, String worker, String queue, Duration block) {
        Request move = Request.cmd(Command.BLMOVE)
                .arg("queue:" + queue)
                .arg("processing:" + worker + ":" + queue)
                .arg("RIGHT")
                .arg("LEFT")
                .arg(Double.toString(block.toMillis() / 1000.0));
        Response id = RedisClient.await(own.send(move), block.plus(settings.redisTimeout()));
        return Optional.ofNullable(id).map(Response::toString);
    }

    /** A connection for {@link #await}. */
    public RedisConnection connect() {
        return redis.connect();
    }

    /** Reads the job that {@link #await} got and up to {@code most} in all; empty where the queue is paused. */
    public Optional<List<ClaimedJob>> claim(String worker, String queue, int most, String first) {
        Response got = redis.run(Script.CLAIM, List.of(worker, queue, Integer.toString(Math.min(most, BATCH)), first));
        if (got.type() != ResponseType.MULTI) {
            return Optional.empty();
        }
        List<ClaimedJob> jobs = new ArrayList<>(got.size() / 4);
        for (int i = 0; i < got.size(); i += 4) {
            int failures = got.get(i + 2).toInteger();
            int crashes = got.get(i + 3).toInteger();
            jobs.add(new ClaimedJob(got.get(i).toString(), queue, got.get(i + 1).toString(), failures, crashes));
        }
        return Optional.of(jobs);
    }

    /** Settles jobs of one queue; what the reaper has taken from this worker in the meantime stays as it is. */
    public void settle(String worker, String queue, Collection<Completion> jobs) {
        List<String> ack = start(worker, queue);
        List<String> retry = start(worker, queue);
        List<String> bury = start(worker, queue);
        bury.add(Integer.toString(settings.dead().most()));
        bury.add(Long.toString(settings.dead().age().toMillis()));
        for (Completion settled : jobs) {
            String id = settled.job().id();
            if (settled.outcome() instanceof Outcome.Again again) {
                retry.addAll(List.of(id, Long.toString(again.delay().toMillis()), again.error()));
            } else if (settled.outcome() instanceof Outcome.Buried buried) {
                bury.addAll(List.of(id, buried.reason()));
            } else {
                ack.add(id);
            }
        }
        runIfLonger(Script.ACK, ack, 2);
        runIfLonger(Script.RETRY, retry, 2);
        runIfLonger(Script.BURY, bury, 4);
    }

    private void runIfLonger(Script script, List<String> args, int head) {
        if (args.size() > head) {
            redis.run(script, args);
        }
    }

    private static List<String> start(String worker, String queue) {
        return new ArrayList<>(List.of(worker, queue));
    }

    /** A sign of life. */
    public void beat(String worker) {
        redis.run(Script.BEAT, List.of(worker));
    }

    /** Lets jobs whose time has come join their queues; the number of these. */
    public int promote() {
        List<String> args = new ArrayList<>(List.of(Integer.toString(PROMOTED_AT_ONCE)));
        args.addAll(Queues.BY_PRIORITY);
        return redis.run(Script.PROMOTE, args).toInteger();
    }

    /** What a reaper did. */
    public record Reaped(int givenBack, List<String> buried) {}

    /**
     * Takes over the jobs of lost workers. Does nothing while Redis is younger than the lease: nobody could show a sign of
     * life while it was down.
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
        List<String> buried = result.stream().skip(1).map(Response::toString).collect(Collectors.toList());
        return new Reaped(result.get(0).toInteger(), buried);
    }

    private Duration uptime() {
        String info = redis.call(Request.cmd(Command.INFO).arg("server")).toString();
        String seconds = info.replaceAll("(?s).*\\buptime_in_seconds:(\\d+).*", "$1");
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** Gives back what the worker's list holds beside {@code known}: jobs whose claim was answered into the void. */
    public int giveBack(String worker, String queue, Collection<String> known) {
        List<String> args = start(worker, queue);
        args.addAll(known);
        return redis.run(Script.GIVEBACK, args).toInteger();
    }

    /** Gives back everything the worker has not settled, and signs it off. */
    public int leave(String worker) {
        List<String> args = new ArrayList<>(List.of(worker));
        args.addAll(Queues.BY_PRIORITY);
        return redis.run(Script.LEAVE, args).toInteger();
    }

    /** Whether Redis has come up without any memory of us since the last time this was asked. */
    public boolean forgotten() {
        Response set = redis.call(Request.cmd(Command.SET).arg("seen").arg("1").arg("NX"));
        return set != null;
    }
}
