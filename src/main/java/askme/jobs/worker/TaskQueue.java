package askme.jobs.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Tasks that wait for a thread of this worker. Tasks of the most urgent queue are taken first. A less urgent queue never occupies
 * all threads, so that slow mail does not delay a publication.
 *
 * @param <T> the task
 */
final class TaskQueue<T> {

    /** The number of threads that each queue leaves to the more urgent queues. */
    private static final int RESERVED = 2;

    private final List<Queue<T>> waiting = new ArrayList<>();
    private final int[] running;
    private final int threads;
    private boolean closed;

    TaskQueue(int threads, int queues) {
        this.threads = threads;
        this.running = new int[queues];
        for (int queue = 0; queue < queues; queue++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    /** A task and the priority of its queue. */
    record Taken<T>(int queue, T task) {}

    synchronized void add(int queue, List<T> tasks) {
        if (!closed) {
            waiting.get(queue).addAll(tasks);
            notifyAll();
        }
    }

    /** Waits for a task; null once the queue is closed. The caller calls {@link #finished} after it. */
    synchronized Taken<T> take() throws InterruptedException {
        while (!closed) {
            for (int queue = 0; queue < running.length; queue++) {
                if (running[queue] < threadsOf(queue) && !waiting.get(queue).isEmpty()) {
                    running[queue]++;
                    return new Taken<>(queue, waiting.get(queue).remove());
                }
            }
            wait();
        }
        return null;
    }

    synchronized void finished(int queue) {
        running[queue]--;
        notifyAll();
    }

    /** Deletes the waiting tasks and ends all waits. */
    synchronized void close() {
        closed = true;
        waiting.forEach(Queue::clear);
        notifyAll();
    }

    /** The maximum number of threads that execute tasks of this queue at the same time. */
    int threadsOf(int queue) {
        return Math.max(1, threads - RESERVED * queue);
    }
}
