package askme.jobs.worker;

import askme.jobs.queue.Completion;
import askme.jobs.queue.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that do the jobs of one worker. */
final class WorkerPool {

    private final TaskQueue<JobRunner.Task> ready;
    private final JobRunner runner;
    private final List<WorkerQueue> lanes;
    private final Acknowledger acknowledger;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Thread, Long> runningSince = new ConcurrentHashMap<>();
    private volatile boolean abandoned;

    WorkerPool(
            int number,
            TaskQueue<JobRunner.Task> ready,
            JobRunner runner,
            List<WorkerQueue> lanes,
            Acknowledger acknowledger) {
        this.ready = ready;
        this.runner = runner;
        this.lanes = lanes;
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
                // The interrupt was meant for a job that ended just before it came.
                more = !abandoned;
            }
        }
    }

    private boolean next() throws InterruptedException {
        TaskQueue.Taken<JobRunner.Task> taken = ready.take();
        if (taken == null) {
            return false;
        }
        runningSince.put(Thread.currentThread(), System.nanoTime());
        try {
            settle(lanes.get(taken.lane()), runner.run(taken.task()));
        } finally {
            runningSince.remove(Thread.currentThread());
            ready.finished(taken.lane());
        }
        return true;
    }

    private void settle(WorkerQueue lane, List<Completion> ends) {
        for (Completion end : ends) {
            // A job that failed because it was abandoned is given back, not held against it.
            if (!abandoned || end.outcome() instanceof Outcome.Done) {
                acknowledger.settle(end);
            }
        }
    }

    /** Interrupts jobs that have been running for longer. */
    void interruptAfter(Duration time) {
        long now = System.nanoTime();
        runningSince.forEach((thread, since) -> {
            if (now - since > time.toNanos()) {
                thread.interrupt();
            }
        });
    }

    /** Starts no more jobs, lets the running ones finish within {@code time}, interrupts the rest. */
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
