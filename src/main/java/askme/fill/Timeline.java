package askme.fill;

import java.util.SplittableRandom;

/** When things happen: over three years, more and more of them, and a last week that is alive. Milliseconds since 1970, UTC. */
final class Timeline {

    private static final long DAY_MS = 24 * 3600 * 1000L;
    private static final long SPAN_MS = 3 * 365 * DAY_MS;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final long MINUTE_MS = 60_000L;
    private static final double GROWTH = 0.6;
    private static final double LAST_WEEK = 0.04;
    private static final double TYPICAL_DELAY_MS = 4 * 3600 * 1000.0;

    final long now;
    final long start;

    Timeline(long now) {
        this.now = now;
        this.start = now - SPAN_MS;
    }

    /** When a member joins; the {@code first} of them before anything is asked. */
    long joined(int number, int first, SplittableRandom dice) {
        return number < first ? start - dice.nextLong(DAY_MS) : grown(dice);
    }

    long asked(SplittableRandom dice) {
        return dice.nextDouble() < LAST_WEEK ? now - 1 - dice.nextLong(WEEK_MS) : grown(dice);
    }

    /** After {@code before}: mostly within a day, some of them years later; a crowd comes over the whole time. */
    long later(long before, boolean crowd, SplittableRandom dice) {
        long left = now - before;
        double delay = MINUTE_MS + TYPICAL_DELAY_MS * Dice.longTailed(dice, 2.2);
        if (crowd || delay >= left) {
            double u = dice.nextDouble();
            delay = left * u * u;
        }
        return before + (long) delay;
    }

    /** After {@code before}; {@code when} from 0 to 1 decides how much later. */
    long voted(long before, double when) {
        return before + (long) ((now - before) * when * when * when);
    }

    private long grown(SplittableRandom dice) {
        return start + (long) ((SPAN_MS - MINUTE_MS) * Math.pow(dice.nextDouble(), GROWTH));
    }
}
