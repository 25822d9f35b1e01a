package askme.jobs.worker;

import askme.jobs.JobsConfig;
import askme.jobs.Queues;
import askme.jobs.RedisException;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.resilience.OutageLog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * A worker's life:
 * <ol>
 *   <li>a heartbeat, from before the first job to after the last;
 *   <li>a {@link Fetcher} for each queue fills {@link TaskQueue}, from which {@link WorkerPool} take;
 *   <li>the {@link Acknowledger} writes down the ends;
 *   <li>beside them {@link Maintenance}: delayed jobs, lost workers, the outbox;
 *   <li>at a stop no more jobs are taken, running ones may finish, the rest is given back.
 * </ol>
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final int BEATS_IN_LEASE = 5;
    private static final Duration TO_WRITE_DOWN = Duration.ofSeconds(5);

    private final String id;
    private final JobsConfig.Settings settings;
    private final JobQueue queue;
    private final TaskQueue<JobRunner.Task> ready;
    private final Acknowledger acknowledger;
    private final WorkerPool threads;
    private final Maintenance upkeep;
    private final OutageLog outage;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> fetchers = new ArrayList<>();
    private final Thread acknowledging;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(body -> new Thread(body, "jobs-heart"));

    /** @param id unique among all workers there ever were */
    Worker(String id, JobsConfig.Settings settings, JobQueue queue, OutboxTable table, JobRunner runner, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.queue = queue;
        int queues = Queues.BY_PRIORITY.size();
        ready = new TaskQueue<>(settings.threads(), queues);
        List<WorkerQueue> lanes = IntStream.range(0, queues)
                .mapToObj(lane -> new WorkerQueue(lane, ready.threadsOf(lane)))
                .toList();
        outage = new OutageLog("redis", clock);
        acknowledger = new Acknowledger(id, queue, table, lanes, clock);
        acknowledging = new Thread(acknowledger, "jobs-acknowledger");
        threads = new WorkerPool(settings.threads(), ready, runner, lanes, acknowledger);
        for (WorkerQueue lane : lanes) {
            Fetcher fetcher = new Fetcher(lane, id, queue, runner, ready, acknowledger, outage, stopping);
            fetchers.add(new Thread(fetcher, "jobs-fetch-" + lane.queue));
        }
        upkeep = new Maintenance(queue, table, settings, outage, clock);
    }

    public void start() {
        long beat = settings.lease().toMillis() / BEATS_IN_LEASE;
        heart.scheduleAtFixedRate(this::beat, 0, beat, TimeUnit.MILLISECONDS);
        acknowledging.start();
        threads.start();
        fetchers.forEach(Thread::start);
        upkeep.start();
        LOG.infof("worker started id=%s threads=%d", id, settings.threads());
    }

    /** Jobs being done at this moment. */
    int busy() {
        return ready.busy();
    }

    private void beat() {
        try {
            threads.interruptAfter(settings.maxRun());
            queue.beat(id);
        } catch (RuntimeException e) {
            outage.begins(e);
        }
    }

    /** Takes no more, finishes what is running within the configured time, gives back the rest. */
    public void stop() {
        stopping.countDown();
        upkeep.stop();
        try {
            long until = System.nanoTime() + 2 * settings.redisTimeout().toNanos();
            boolean fetching = false;
            for (Thread fetcher : fetchers) {
                fetcher.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
                fetching |= fetcher.isAlive();
            }
            threads.stop(settings.stopTimeout());
            acknowledger.finish();
            acknowledging.join(TO_WRITE_DOWN.toMillis());
            boolean writtenDown = !acknowledging.isAlive();
            acknowledging.interrupt();
            heart.shutdownNow();
            // Otherwise the reaper does it: signed off too early, the jobs of this worker would be nobody's.
            if (!fetching && writtenDown) {
                LOG.infof("worker stopped id=%s given back=%d", id, queue.leave(id));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RedisException e) {
            LOG.warnf("worker stopped without signing off id=%s: %s", id, e.getMessage());
        } finally {
            heart.shutdownNow();
        }
    }
}
