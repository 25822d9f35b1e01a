package askme.jobs.queue;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Generates the ids of jobs: UUIDs of version 7 (RFC 9562, section 5.7). Rows written one after the other are then neighbours in
 * the index. The twelve bits after the milliseconds are a counter within the same millisecond (section 6.2, method 1).
 */
public final class UuidV7 {

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public UuidV7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next id, which is greater than all earlier ones of this generator. */
    public String next() {
        long tick = last.accumulateAndGet(clock.millis() << 12, (before, now) -> Math.max(before + 1, now));
        long high = (tick >>> 12) << 16 | 0x7000 | tick & 0xfff;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
