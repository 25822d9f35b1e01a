package askme.jobs.worker;

import java.time.Duration;

/**
 * Lets a job run while this worker executes no other one. If the worker dies during that time, this job is the cause. Only a job whose worker
 * has died before runs alone. The other queues wait for it, but not for long: a publication must not wait for a slow mail.
 */
final class SoloRun {

    private final Duration patience;
    private int running;
    private boolean solo;

    /** @param patience how long the others wait for a job that runs alone */
    SoloRun(Duration patience) {
        this.patience = patience;
    }

    /**
     * Counts jobs that begin. Waits while another job runs alone.
     *
     * @return whether that job is not alone any longer, because it took too long
     */
    synchronized boolean enter(int jobs) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (solo && left(until) > 0) {
            wait(left(until));
        }
        boolean disturbed = solo;
        running += jobs;
        return disturbed;
    }

    /**
     * Begins a job that should run alone, after the running ones.
     *
     * @param atMost how long it waits for them
     * @return whether no other job runs
     */
    synchronized boolean begin(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (solo && left(until) > 0) {
            wait(left(until));
        }
        boolean mine = !solo;
        if (mine) {
            solo = true;
            while (running > 0 && left(until) > 0) {
                wait(left(until));
            }
        }
        boolean alone = mine && running == 0;
        if (mine && !alone) {
            solo = false;
            notifyAll();
        }
        running++;
        return alone;
    }

    /** Ends the job that ran alone. */
    synchronized void end() {
        solo = false;
        notifyAll();
    }

    synchronized void completed(int jobs) {
        running -= jobs;
        notifyAll();
    }

    private static long left(long until) {
        return (until - System.nanoTime() + 999_999) / 1_000_000;
    }
}
