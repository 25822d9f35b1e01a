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
 * Claims jobs of one queue:
 * <ol>
 *   <li>It waits until this worker has room.
 *   <li>{@code BLMOVE} on a separate connection moves one id to the worker's list, as soon as there is one.
 *   <li>One script claims this job and the next ones.
 *   <li>The parsed jobs wait for a thread of the worker.
 * </ol>
 * If an answer is lost between steps 2 and 4, the worker's list contains ids that the worker does not know. They are requeued
 * at the start of the loop and every few seconds.
 */
final class Fetcher implements Runnable {

    private static final Logger LOG = Logger.getLogger(Fetcher.class);

    /** Short, so that a fetcher stops soon. */
    private static final Duration BLOCK = Duration.ofSeconds(1);

    private static final Duration PAUSE_WHEN_DOWN = Duration.ofMillis(200);
    private static final Duration PAUSE_WHEN_PAUSED = Duration.ofSeconds(1);
    private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(500);
    private static final Duration REQUEUE_EVERY = Duration.ofSeconds(5);

    private final WorkerQueue workerQueue;
    private final String worker;
    private final JobQueue queue;
    private final JobReader reader;
    private final TaskQueue<Batch> ready;
    private final Acknowledger acknowledger;
    private final OutageLog outage;
    private final CountDownLatch stopping;
    private final SoloRun solo;

    Fetcher(
            WorkerQueue workerQueue,
            String worker,
            JobQueue queue,
            JobReader reader,
            TaskQueue<Batch> ready,
            Acknowledger acknowledger,
            OutageLog outage,
            CountDownLatch stopping,
            SoloRun solo) {
        this.solo = solo;
        this.workerQueue = workerQueue;
        this.worker = worker;
        this.queue = queue;
        this.reader = reader;
        this.ready = ready;
        this.acknowledger = acknowledger;
        this.outage = outage;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        try {
            do {
                fetchWhileConnected();
            } while (!stopsWithin(PAUSE_WHEN_DOWN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetchWhileConnected() throws InterruptedException {
        RedisConnection connection = null;
        try {
            connection = queue.connect();
            long requeuedAt = requeueUnknown();
            outage.ends();
            while (!stopsWithin(Duration.ZERO)) {
                fetch(connection);
                if (System.nanoTime() - requeuedAt > REQUEUE_EVERY.toNanos()) {
                    requeuedAt = requeueUnknown();
                }
            }
        } catch (RedisException e) {
            outage.begins(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "fetcher failed queue=%s", workerQueue.name);
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void fetch(RedisConnection connection) throws InterruptedException {
        int room = workerQueue.prefetch.awaitRoom(BLOCK);
        if (room == 0) {
            return;
        }
        Optional<String> first = queue.await(connection, worker, workerQueue.name, BLOCK);
        if (first.isEmpty()) {
            return;
        }
        Optional<List<ClaimedJob>> claimed = queue.claim(worker, workerQueue.name, room, first.get());
        if (claimed.isEmpty()) {
            stopsWithin(PAUSE_WHEN_PAUSED);
            return;
        }
        workerQueue.claim(claimed.get());
        if (claimed.get().stream().anyMatch(ClaimedJob::suspect)) {
            executeAlone(claimed.get());
        } else {
            if (solo.enter(claimed.get().size())) {
                ignoringOutage(() -> queue.endAlone(worker));
            }
            execute(claimed.get());
        }
    }

    private void execute(List<ClaimedJob> jobs) {
        ready.add(workerQueue.priority, reader.read(jobs, acknowledger::add));
    }

    /** A job that a dead worker held, which is claimed alone, is executed alone. */
    private void executeAlone(List<ClaimedJob> jobs) throws InterruptedException {
        boolean alone = solo.begin(WAIT_FOR_OTHERS);
        try {
            if (alone) {
                ignoringOutage(() -> queue.beginAlone(worker, jobs.get(0).id()));
            }
            execute(jobs);
            awaitIdle();
        } finally {
            if (alone) {
                solo.end();
                ignoringOutage(() -> queue.endAlone(worker));
            }
        }
    }

    /** The job is executed in any case. Without the mark in Redis, a death of this worker does not count for it. */
    private void ignoringOutage(Runnable mark) {
        try {
            mark.run();
        } catch (RedisException e) {
            outage.begins(e);
        }
    }

    private void awaitIdle() throws InterruptedException {
        while (!workerQueue.prefetch.awaitIdle(BLOCK) && stopping.getCount() > 0) {
            // A job may take long. Only a stop does not wait for it.
        }
    }

    /** Returns the time of {@link System#nanoTime}. */
    private long requeueUnknown() {
        int jobs = queue.requeueOthers(worker, workerQueue.name, workerQueue.inFlight());
        if (jobs > 0) {
            LOG.infof("jobs of lost answers requeued queue=%s jobs=%d", workerQueue.name, jobs);
        }
        return System.nanoTime();
    }

    private boolean stopsWithin(Duration time) throws InterruptedException {
        return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
