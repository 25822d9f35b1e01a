package askme.jobs.queue;

import askme.resilience.OutageLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Pushes the jobs of a committed transaction without holding up who committed. After a failure nothing is tried for a second;
 * what is not pushed stays in the outbox for the relay.
 */
public final class Pusher {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JobQueue queue;
    private final Clock clock;
    private final OutageLog outage;
    private volatile long notBefore;

    public Pusher(JobQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
        this.outage = new OutageLog("redis (push)", clock);
    }

    public void push(List<JobQueue.Push> jobs) {
        if (clock.millis() < notBefore) {
            return;
        }
        queue.pushSoon(jobs)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        outage.ends();
                    } else {
                        notBefore = clock.millis() + PAUSE.toMillis();
                        outage.begins(failure);
                    }
                });
    }
}
