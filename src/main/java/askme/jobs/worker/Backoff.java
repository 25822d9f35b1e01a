package askme.jobs.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delay of a job after a failure: a random part of a bound that doubles with each failure ("full jitter"). The jobs of an
 * outage are therefore not all retried at the same time.
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

    /** The delay after the failure number {@code failures}, which is 1 or more. */
    Duration after(int failures) {
        return Duration.ofMillis(random.nextLong(bound(failures).toMillis() + 1));
    }

    /** The longest delay that {@link #after} can return. */
    Duration bound(int failures) {
        int doublings = Math.min(failures - 1, ENOUGH_DOUBLINGS);
        double doubled = base.toMillis() * Math.pow(2, doublings);
        return Duration.ofMillis((long) Math.min(doubled, most.toMillis()));
    }
}
