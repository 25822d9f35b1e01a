package askme.jobs.worker;

import askme.jobs.RedisException;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.JobQueue;
import askme.resilience.OutageLog;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes jobs of one queue:
 * <ol>
 *   <li>wait until this worker has room;
 *   <li>{@code BLMOVE} on a connection of its own moves one id to the worker's list, at once when it comes;
 *   <li>one script claims it and what waits behind it;
 *   <li>the opened jobs wait for a thread.
 * </ol>
 * An answer that gets lost between 2 and 4 leaves ids in the worker's list that nobody does; they are given back at the next
 * start of the loop and every few seconds.
 */
final class Fetcher implements Runnable {

    private static final Logger LOG = Logger.getLogger(Fetcher.class);

    /** Short, so that a stop is prompt. */
    private static final Duration BLOCK = Duration.ofSeconds(1);

    private static final Duration PAUSE_WHEN_DOWN = Duration.ofMillis(200);
    private static final Duration PAUSE_WHEN_PAUSED = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(5);

    private final WorkerQueue lane;
    private final String worker;
    private final JobQueue queue;
    private final JobRunner runner;
    private final TaskQueue<JobRunner.Task> ready;
    private final Acknowledger acknowledger;
    private final OutageLog outage;
    private final CountDownLatch stopping;

    Fetcher(
            WorkerQueue lane,
            String worker,
            JobQueue queue,
            JobRunner runner,
            TaskQueue<JobRunner.Task> ready,
            Acknowledger acknowledger,
            OutageLog outage,
            CountDownLatch stopping) {
        this.lane = lane;
        this.worker = worker;
        this.queue = queue;
        this.runner = runner;
        this.ready = ready;
        this.acknowledger = acknowledger;
        this.outage = outage;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        try {
            do {
                connected();
            } while (!stopsWithin(PAUSE_WHEN_DOWN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connected() throws InterruptedException {
        RedisConnection own = null;
        try {
            own = queue.connect();
            long tidied = tidy();
            outage.ends();
            while (!stopsWithin(Duration.ZERO)) {
                fetch(own);
                if (System.nanoTime() - tidied > TIDY_EVERY.toNanos()) {
                    tidied = tidy();
                }
            }
        } catch (RedisException e) {
            outage.begins(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "fetcher failed queue=%s", lane.queue);
        } finally {
            if (own != null) {
                own.close();
            }
        }
    }

    private void fetch(RedisConnection own) throws InterruptedException {
        int room = lane.appetite.awaitRoom(BLOCK);
        if (room == 0) {
            return;
        }
        Optional<String> first = queue.await(own, worker, lane.queue, BLOCK);
        if (first.isEmpty()) {
            return;
        }
        Optional<List<ClaimedJob>> claimed = queue.claim(worker, lane.queue, room, first.get());
        if (claimed.isEmpty()) {
            stopsWithin(PAUSE_WHEN_PAUSED);
            return;
        }
        lane.taken(claimed.get());
        ready.add(lane.index, runner.prepare(claimed.get(), acknowledger::settle));
        if (claimed.get().stream().anyMatch(job -> job.crashes() > 0)) {
            awaitIdle();
        }
    }

    /** A job that has lost a worker is done alone. */
    private void awaitIdle() throws InterruptedException {
        while (!lane.appetite.awaitIdle(BLOCK) && stopping.getCount() > 0) {
            // It may take as long as any job; only a stop is not to wait for it.
        }
    }

    private long tidy() {
        int strays = queue.giveBack(worker, lane.queue, lane.inFlight());
        if (strays > 0) {
            LOG.infof("strays given back queue=%s jobs=%d", lane.queue, strays);
        }
        return System.nanoTime();
    }

    private boolean stopsWithin(Duration time) throws InterruptedException {
        return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
