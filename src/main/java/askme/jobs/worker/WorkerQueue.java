package askme.jobs.worker;

import askme.jobs.Queues;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Completion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One queue from the view of one worker: the claimed jobs that are not completed, and how many more the worker can claim. */
final class WorkerQueue {

    final String name;
    /** Its position in {@link Queues#BY_PRIORITY}. */
    final int priority;

    final Prefetch prefetch;

    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    private final SoloRun solo;

    WorkerQueue(int priority, int threads, SoloRun solo) {
        this.solo = solo;
        this.name = Queues.BY_PRIORITY.get(priority);
        this.priority = priority;
        this.prefetch = new Prefetch(threads);
    }

    void claim(List<ClaimedJob> jobs) {
        jobs.forEach(job -> inFlight.add(job.id()));
        prefetch.claim(jobs.size());
    }

    void complete(List<Completion> completions) {
        completions.forEach(completion -> inFlight.remove(completion.job().id()));
        prefetch.complete(completions.size());
        solo.completed(completions.size());
    }

    /** The ids of claimed jobs that are not completed. */
    Set<String> inFlight() {
        return inFlight;
    }
}
