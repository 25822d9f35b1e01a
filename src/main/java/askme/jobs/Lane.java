package askme.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One queue as one worker sees it: what it has taken and not settled yet, and how much more it wants. */
final class Lane {

    final String queue;
    /** Its place in {@link Queues#BY_PRIORITY}. */
    final int index;

    final Appetite appetite;

    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Lane(int index, int threads) {
        this.queue = Queues.BY_PRIORITY.get(index);
        this.index = index;
        this.appetite = new Appetite(threads);
    }

    void taken(List<Claimed> jobs) {
        jobs.forEach(job -> inFlight.add(job.id()));
        appetite.taken(jobs.size());
    }

    void settled(List<Settled> jobs) {
        jobs.forEach(settled -> inFlight.remove(settled.job().id()));
        appetite.settled(jobs.size());
    }

    Set<String> inFlight() {
        return inFlight;
    }
}
