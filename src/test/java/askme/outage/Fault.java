package askme.outage;

import java.time.Duration;
import java.util.Locale;

/** How a part fails, and for how long in the tests. */
enum Fault {
    KILLED(8),
    STOPPED(20),
    /** With pauses in which everything must flow. */
    STOPPED_FOUR_TIMES(60),
    /** Longer than the limits for one reply, of which that of SMTP is 10 s. */
    SILENT(20),
    SWALLOWING(10),
    REFUSING(8),
    SLOW(12),
    FULL(10);

    final Duration length;

    Fault(int seconds) {
        length = Duration.ofSeconds(seconds);
    }

    int times() {
        return this == STOPPED_FOUR_TIMES ? 4 : 1;
    }

    /** The words of the table. */
    @Override
    public String toString() {
        return switch (this) {
            case KILLED -> "killed";
            case STOPPED -> "stopped for 20 s";
            case STOPPED_FOUR_TIMES -> "stopped for 60 s, four times";
            case SILENT -> "silent in the middle of a reply";
            case SWALLOWING -> "packets swallowed";
            case SLOW -> "each reply 3 s late";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
