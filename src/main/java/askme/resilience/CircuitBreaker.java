package askme.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops calls to a dependency for a fixed time after it failed. Without it each request would wait for the same timeout. Safe
 * for concurrent use.
 */
public final class CircuitBreaker {

    private final Duration pause;
    private final Clock clock;
    private Instant openUntil = Instant.MIN;

    /** @param pause how long the dependency is not called after a failure */
    public CircuitBreaker(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether the dependency must not be called now. */
    public synchronized boolean isOpen() {
        return clock.instant().isBefore(openUntil);
    }

    /** Records a failure. Returns true if this call opened the circuit, so that only one caller logs it. */
    public synchronized boolean open() {
        if (isOpen()) {
            return false;
        }
        openUntil = clock.instant().plus(pause);
        return true;
    }
}
