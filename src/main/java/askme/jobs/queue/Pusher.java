package askme.jobs.queue;

import askme.resilience.CircuitBreaker;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Pushes the jobs of a committed transaction to Redis without blocking the caller. After a failure it pushes nothing for a
 * second. Jobs that were not pushed stay in the outbox, and the relay pushes them later.
 */
public final class Pusher {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JobQueue queue;
    private final CircuitBreaker circuit;
    private final OutageLog outage;

    public Pusher(JobQueue queue, Parts parts, Clock clock) {
        this.queue = queue;
        this.circuit = new CircuitBreaker(PAUSE, clock);
        this.outage = parts.use(Part.REDIS_JOBS, "redis (push)");
    }

    public void push(List<JobQueue.Push> jobs) {
        if (circuit.isOpen()) {
            return;
        }
        queue.pushAsync(jobs)
                .toCompletableFuture()
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        outage.ends();
                    } else {
                        circuit.open();
                        outage.begins(failure);
                    }
                });
    }
}
