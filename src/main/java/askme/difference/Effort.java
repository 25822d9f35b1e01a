package askme.difference;

/**
 * The work that comparing two texts may cost. The time of a comparison grows with the square of the number of changes. All of it
 * takes some milliseconds.
 */
public final class Effort {

    /** About 380 changes in one comparison, which may use a half. */
    private static final long MOST_STEPS = 150_000;

    private long left = MOST_STEPS;

    /** The part that one comparison may use, so that something is left for the next one. */
    long share() {
        return left / 2;
    }

    void use(long steps) {
        left -= Math.min(steps, left);
    }
}
