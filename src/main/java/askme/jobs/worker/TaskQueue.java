package askme.jobs.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Tasks that wait for a thread of this worker. The most urgent lane goes first; a later lane may never hold every thread, so
 * that slow mail does not keep a publication waiting.
 *
 * @param <T> the task
 */
final class TaskQueue<T> {

    /** Threads that each lane leaves to the lanes before it. */
    private static final int RESERVED = 2;

    private final List<Queue<T>> waiting = new ArrayList<>();
    private final int[] running;
    private final int threads;
    private boolean closed;

    TaskQueue(int threads, int lanes) {
        this.threads = threads;
        this.running = new int[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    /** A task and the lane it came from. */
    record Taken<T>(int lane, T task) {}

    synchronized void add(int lane, List<T> tasks) {
        if (!closed) {
            waiting.get(lane).addAll(tasks);
            notifyAll();
        }
    }

    /** Waits for a task; null when nothing more is to be done. The taker calls {@link #finished} after it. */
    synchronized Taken<T> take() throws InterruptedException {
        while (!closed) {
            for (int lane = 0; lane < running.length; lane++) {
                if (running[lane] < threadsOf(lane) && !waiting.get(lane).isEmpty()) {
                    running[lane]++;
                    return new Taken<>(lane, waiting.get(lane).remove());
                }
            }
            wait();
        }
        return null;
    }

    synchronized void finished(int lane) {
        running[lane]--;
        notifyAll();
    }

    /** Drops what nobody has taken. */
    synchronized void close() {
        closed = true;
        waiting.forEach(Queue::clear);
        notifyAll();
    }

    synchronized int busy() {
        int busy = 0;
        for (int lane : running) {
            busy += lane;
        }
        return busy;
    }

    int threadsOf(int lane) {
        return Math.max(1, threads - RESERVED * lane);
    }
}
