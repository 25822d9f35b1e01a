package askme.jobs.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a job waits after a failure: a random part of a bound that doubles each time ("full jitter"), so that the jobs of
 * an outage do not come back all at once.
 */
final class Backoff {

    private static final int ENOUGH_DOUBLINGS = 40;

    private final Duration base;
    private final Duration most;
    private final RandomGenerator random;

    Backoff(Duration base, Duration most, RandomGenerator random) {
        this.base = base;
        this.most = most;
        this.random = random;
    }

    /** The delay before the next attempt, where {@code failures} (1 or more) have been. */
    Duration after(int failures) {
        return Duration.ofMillis(random.nextLong(bound(failures).toMillis() + 1));
    }

    /** The longest delay that {@link #after} may give. */
    Duration bound(int failures) {
        int doublings = Math.min(failures - 1, ENOUGH_DOUBLINGS);
        double doubled = base.toMillis() * Math.pow(2, doublings);
        return Duration.ofMillis((long) Math.min(doubled, most.toMillis()));
    }
}
