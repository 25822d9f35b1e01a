package askme.jobs.worker;

import askme.jobs.queue.JobQueue;
import java.time.Duration;

/**
 * How many jobs of one queue a worker claims at once: about a tenth of a second of work for its threads. Quick jobs are claimed by
 * the hundred, and slow jobs are left to other workers. Jobs count until they are completed. While the database or Redis is down,
 * no job can be completed, so the worker soon stops claiming.
 */
final class Prefetch {

    private static final double AHEAD_NS = 100e6;
    private static final int MOST = 4 * JobQueue.BATCH;
    private static final double WEIGHT_OF_LATEST = 0.1;
    private static final Duration FIRST_GUESS = Duration.ofMillis(10);

    private final int threads;
    private double jobNs = FIRST_GUESS.toNanos();
    private int inFlight;

    Prefetch(int threads) {
        this.threads = threads;
    }

    /** Waits until there is room for a job, at most {@code atMost}. Returns the number of jobs that there is room for. */
    synchronized int awaitRoom(Duration atMost) throws InterruptedException {
        if (room() <= 0) {
            wait(atMost.toMillis());
        }
        return Math.max(0, room());
    }

    /** Waits until all claimed jobs are completed, at most {@code atMost}; false if they are not. */
    synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        if (inFlight > 0) {
            wait(atMost.toMillis());
        }
        return inFlight == 0;
    }

    private int room() {
        double ahead = Math.min(MOST, threads * AHEAD_NS / jobNs);
        return Math.min(JobQueue.BATCH, threads + (int) ahead - inFlight);
    }

    synchronized void claim(int jobs) {
        inFlight += jobs;
    }

    synchronized void complete(int jobs) {
        inFlight -= jobs;
        notifyAll();
    }

    /** Updates the moving average of a job's duration. */
    synchronized void learn(Duration job) {
        double ns = Math.max(1, job.toNanos());
        jobNs += WEIGHT_OF_LATEST * (ns - jobNs);
    }
}
