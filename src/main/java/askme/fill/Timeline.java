package askme.fill;

import java.util.SplittableRandom;

/**
 * The times of all rows, in milliseconds since 1970 UTC. They are in the last three years. Activity grows, and the last week
 * has much of it.
 */
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

    /** When a member joins. The {@code first} members join before the first question. */
    long joined(int number, int first, SplittableRandom random) {
        return number < first ? start - random.nextLong(DAY_MS) : grown(random);
    }

    long asked(SplittableRandom random) {
        return random.nextDouble() < LAST_WEEK ? now - 1 - random.nextLong(WEEK_MS) : grown(random);
    }

    /**
     * When an answer to a question of the time {@code before} is posted: usually within a day, sometimes years later. The
     * answers of a {@code crowd} are spread over the whole time.
     */
    long later(long before, boolean crowd, SplittableRandom random) {
        long left = now - before;
        double delay = MINUTE_MS + TYPICAL_DELAY_MS * SeededRandom.longTailed(random, 2.2);
        if (crowd || delay >= left) {
            double u = random.nextDouble();
            delay = left * u * u;
        }
        return before + (long) delay;
    }

    /** When a vote for a post of the time {@code before} is cast; {@code when} is from 0 (right after it) to 1 (now). */
    long voted(long before, double when) {
        return before + (long) ((now - before) * when * when * when);
    }

    private long grown(SplittableRandom random) {
        return start + (long) ((SPAN_MS - MINUTE_MS) * Math.pow(random.nextDouble(), GROWTH));
    }
}
