package askme.jobs.worker;

import askme.jobs.queue.Completion;
import askme.jobs.queue.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that run the jobs of one worker. */
final class WorkerPool {

    private final TaskQueue<Batch> ready;
    private final JobRunner runner;
    private final Acknowledger acknowledger;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Thread, Long> runningSince = new ConcurrentHashMap<>();
    private volatile boolean abandoned;

    WorkerPool(int number, TaskQueue<Batch> ready, JobRunner runner, Acknowledger acknowledger) {
        this.ready = ready;
        this.runner = runner;
        this.acknowledger = acknowledger;
        for (int i = 0; i < number; i++) {
            threads.add(new Thread(this::work, "jobs-" + i));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void work() {
        boolean more = true;
        while (more) {
            try {
                more = next();
            } catch (InterruptedException e) {
                // The interrupt was meant for a job that has just ended.
                more = !abandoned;
            }
        }
    }

    private boolean next() throws InterruptedException {
        TaskQueue.Taken<Batch> taken = ready.take();
        if (taken == null) {
            return false;
        }
        runningSince.put(Thread.currentThread(), System.nanoTime());
        try {
            complete(runner.run(taken.task()));
        } finally {
            runningSince.remove(Thread.currentThread());
            ready.finished(taken.queue());
        }
        return true;
    }

    private void complete(List<Completion> completions) {
        for (Completion completion : completions) {
            // A job that failed because of the stop is requeued. The failure does not count.
            if (!abandoned || completion.outcome() instanceof Outcome.Done) {
                acknowledger.add(completion);
            }
        }
    }

    /** Interrupts jobs that have been running longer than {@code time}. */
    void interruptAfter(Duration time) {
        long now = System.nanoTime();
        runningSince.forEach((thread, since) -> {
            if (now - since > time.toNanos()) {
                thread.interrupt();
            }
        });
    }

    /** Whether every thread has been running the same job for longer than {@code time}. */
    boolean isStuck(Duration time) {
        long now = System.nanoTime();
        return runningSince.size() == threads.size()
                && runningSince.values().stream().allMatch(since -> now - since > time.toNanos());
    }

    /** Starts no more jobs, waits up to {@code time} for the running ones, and interrupts the others. */
    void stop(Duration time) throws InterruptedException {
        ready.close();
        long until = System.nanoTime() + time.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        abandoned = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}
