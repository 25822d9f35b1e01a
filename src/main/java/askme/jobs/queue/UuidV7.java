package askme.jobs.queue;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids of jobs: UUID version 7 (RFC 9562, 5.7), so that rows written one after the other lie side by side in the index. The
 * twelve bits after the milliseconds count on within the same one (6.2, method 1).
 */
public final class UuidV7 {

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public UuidV7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long tick = last.accumulateAndGet(clock.millis() << 12, (before, now) -> Math.max(before + 1, now));
        long high = (tick >>> 12) << 16 | 0x7000 | tick & 0xfff;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
