import askme.jobs.Queues;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.RedisClient;
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
import askme.jobs.worker.QueueKit;
import askme.jobs.worker.Worker;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Jobs without an effect, as fast as one worker process runs them: {@code redis-url jobs rounds}. Each round fills the queue and then
 * empties it. The first round only warms up; of the others the best one is printed, in jobs per second. {@code bench/jobs} calls it.
 */
class Jobs {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Jobs() {}

    public static void main(String[] args) throws InterruptedException {
        int jobs = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Vertx vertx = Vertx.vertx();
        Redis redis = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(args[0])
                        .setMaxPoolSize(16)
                        .setMaxPoolWaiting(64));
        QueueKit kit = new QueueKit(redis, Map.of());
        AtomicLong done = new AtomicLong();
        Pings noop = new Pings(Queues.REALTIME, (ping, job) -> done.incrementAndGet());
        double best = 0;
        for (int round = 0; round <= rounds; round++) {
            RedisClient.await(redis.send(Request.cmd(Command.FLUSHDB)), TIMEOUT);
            fill(kit, noop, jobs);
            double rate = empty(kit, noop, jobs);
            best = round == 0 ? 0 : Math.max(best, rate);
            noop.seen.clear();
            kit.runs.clear();
        }
        if (done.get() != (long) jobs * (rounds + 1)) {
            throw new IllegalStateException("done " + done + " of " + jobs * (rounds + 1));
        }
        System.out.printf("%.0f%n", best);
        vertx.close();
    }

    private static void fill(QueueKit kit, Pings noop, int jobs) {
        List<JobQueue.Push> all = new ArrayList<>();
        for (int n = 0; n < jobs; n++) {
            all.add(QueueKit.push("job-" + n, noop, new Ping(n), Duration.ZERO));
        }
        kit.queue.push(all);
    }

    /** Until the last job is acknowledged. */
    private static double empty(QueueKit kit, Pings noop, int jobs) throws InterruptedException {
        Worker worker = kit.worker(noop);
        long start = System.nanoTime();
        worker.start();
        while (kit.state(Queues.REALTIME).processed() < jobs) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        worker.stop();
        return jobs / seconds;
    }
}
