package askme.jobs.worker;

import askme.jobs.Queues;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Completion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One queue as one worker sees it: what it has taken and not settled yet, and how much more it wants. */
final class WorkerQueue {

    final String queue;
    /** Its place in {@link Queues#BY_PRIORITY}. */
    final int index;

    final Prefetch appetite;

    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    WorkerQueue(int index, int threads) {
        this.queue = Queues.BY_PRIORITY.get(index);
        this.index = index;
        this.appetite = new Prefetch(threads);
    }

    void taken(List<ClaimedJob> jobs) {
        jobs.forEach(job -> inFlight.add(job.id()));
        appetite.taken(jobs.size());
    }

    void settled(List<Completion> jobs) {
        jobs.forEach(settled -> inFlight.remove(settled.job().id()));
        appetite.settled(jobs.size());
    }

    Set<String> inFlight() {
        return inFlight;
    }
}
