package askme.jobs.worker;

import askme.jobs.JobsConfig;
import askme.jobs.Queues;
import askme.jobs.RedisException;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
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
 * Starts and stops the threads of a worker:
 * <ol>
 *   <li>A thread stores heartbeats, from before the first job until after the last.
 *   <li>A {@link Fetcher} for each queue fills the {@link TaskQueue}, and the threads of the {@link WorkerPool} take jobs from it.
 *   <li>The {@link Acknowledger} writes the outcomes.
 *   <li>{@link Maintenance} handles delayed jobs, lost workers and the outbox.
 *   <li>A stopping worker claims no more jobs, waits for the running ones and requeues the others.
 * </ol>
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final int HEARTBEATS_PER_LEASE = 5;
    private static final Duration AFTER_INTERRUPT = Duration.ofMinutes(1);
    private static final Duration SOLO_PATIENCE = Duration.ofSeconds(2);
    private static final Duration ACKNOWLEDGER_TIMEOUT = Duration.ofSeconds(5);

    private final String id;
    private final JobsConfig.Settings settings;
    private final JobQueue queue;
    private final Acknowledger acknowledger;
    private final WorkerPool pool;
    private final Maintenance maintenance;
    private final OutageLog outage;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> fetchers = new ArrayList<>();
    private final Thread acknowledgerThread;
    private final ScheduledExecutorService heartbeats =
            Executors.newSingleThreadScheduledExecutor(body -> new Thread(body, "jobs-heartbeat"));

    /** @param id unique among all workers, past and present */
    Worker(
            String id,
            JobsConfig.Settings settings,
            JobQueue queue,
            OutboxTable table,
            JobReader reader,
            JobRunner runner,
            Parts parts) {
        this.id = id;
        this.settings = settings;
        this.queue = queue;
        int number = Queues.BY_PRIORITY.size();
        TaskQueue<Batch> ready = new TaskQueue<>(settings.threads(), number);
        SoloRun solo = new SoloRun(SOLO_PATIENCE);
        List<WorkerQueue> queues = IntStream.range(0, number)
                .mapToObj(priority -> new WorkerQueue(priority, ready.threadsOf(priority), solo))
                .toList();
        outage = parts.use(Part.REDIS_JOBS, "redis");
        acknowledger = new Acknowledger(id, queue, table, queues, parts);
        acknowledgerThread = new Thread(acknowledger, "jobs-acknowledger");
        pool = new WorkerPool(settings.threads(), ready, runner, acknowledger);
        for (WorkerQueue each : queues) {
            Fetcher fetcher = new Fetcher(each, id, queue, reader, ready, acknowledger, outage, stopping, solo);
            fetchers.add(new Thread(fetcher, "jobs-fetch-" + each.name));
        }
        maintenance = new Maintenance(queue, table, settings, outage, parts);
    }

    public void start() {
        long period = settings.lease().toMillis() / HEARTBEATS_PER_LEASE;
        heartbeats.scheduleAtFixedRate(this::heartbeat, 0, period, TimeUnit.MILLISECONDS);
        acknowledgerThread.start();
        pool.start();
        fetchers.forEach(Thread::start);
        maintenance.start();
        LOG.infof("worker started id=%s threads=%d", id, settings.threads());
    }

    private void heartbeat() {
        try {
            pool.interruptAfter(settings.maxRun());
            queue.heartbeat(id);
        } catch (RuntimeException e) {
            outage.begins(e);
        }
    }

    /** Whether no thread has ended its job although each was interrupted. */
    boolean isStuck() {
        return pool.isStuck(settings.maxRun().plus(AFTER_INTERRUPT));
    }

    /** Stops claiming jobs, waits for the running ones within the configured time, and requeues the others. */
    public void stop() {
        stopping.countDown();
        maintenance.stop();
        try {
            long until = System.nanoTime() + 2 * settings.redisTimeout().toNanos();
            boolean fetching = false;
            for (Thread fetcher : fetchers) {
                fetcher.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
                fetching |= fetcher.isAlive();
            }
            pool.stop(settings.stopTimeout());
            acknowledger.finish();
            acknowledgerThread.join(ACKNOWLEDGER_TIMEOUT.toMillis());
            boolean allWritten = !acknowledgerThread.isAlive();
            acknowledgerThread.interrupt();
            heartbeats.shutdownNow();
            // If a thread may still claim or write, the reaper requeues the jobs. A worker without a heartbeat is never
            // reaped.
            if (!fetching && allWritten) {
                LOG.infof("worker stopped id=%s requeued=%d", id, queue.deregister(id));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RedisException e) {
            LOG.warnf("worker stopped without deregistering id=%s: %s", id, e.getMessage());
        } finally {
            heartbeats.shutdownNow();
        }
    }
}
