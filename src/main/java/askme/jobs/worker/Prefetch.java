package askme.jobs.worker;

import askme.jobs.queue.JobQueue;
import java.time.Duration;

/**
 * How many jobs of one queue a worker takes at once: about a tenth of a second of work for its threads, so that quick jobs come
 * in hundreds and slow ones are left to other workers. Jobs count until they are settled; where nothing can be settled
 * (database or Redis down) nothing more is taken.
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

    /** Waits until there is room for a job; how many there is room for, 0 where none came free within {@code atMost}. */
    synchronized int awaitRoom(Duration atMost) throws InterruptedException {
        if (room() <= 0) {
            wait(atMost.toMillis());
        }
        return Math.max(0, room());
    }

    /** Waits until everything taken is settled; false where that takes longer. */
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

    synchronized void taken(int jobs) {
        inFlight += jobs;
    }

    synchronized void settled(int jobs) {
        inFlight -= jobs;
        notifyAll();
    }

    /** Learns how long a job takes. */
    synchronized void took(Duration job) {
        double ns = Math.max(1, job.toNanos());
        jobNs += WEIGHT_OF_LATEST * (ns - jobNs);
    }
}
