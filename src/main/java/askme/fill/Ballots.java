package askme.fill;

import java.util.SplittableRandom;

/**
 * Who voted how: as many different members as the plan says, never the author. Drawn anew each time from the target's own
 * dice, so that the votes of a site need no memory: once for the rating, once for the rows.
 */
final class Ballots {

    /** Takes one vote; {@code when} is a number from 0 (at once) to 1 (only now). */
    @FunctionalInterface
    interface Box {
        void put(int voter, int value, double when);
    }

    private static final int SEEN_BY_MANY = 40;

    private final long seed;
    private final int members;

    Ballots(long seed, int members) {
        this.seed = seed;
        this.members = members;
    }

    /** Puts the {@code count} votes for a target into {@code box}; count is less than the number of members. */
    void cast(Dice.Purpose purpose, int target, int author, int count, Box box) {
        SplittableRandom dice = Dice.of(seed, purpose, target);
        double approval = approval(count, dice);
        int step = coprime(dice);
        int voter = dice.nextInt(members);
        for (int cast = 0; cast < count; voter = (int) (((long) voter + step) % members)) {
            if (voter != author) {
                int value = dice.nextDouble() < approval ? 1 : -1;
                box.put(voter, value, dice.nextDouble());
                cast++;
            }
        }
    }

    /** The sum of the votes. */
    int rating(Dice.Purpose purpose, int target, int author, int count) {
        int[] sum = {0};
        cast(purpose, target, author, count, (voter, value, when) -> sum[0] += value);
        return sum[0];
    }

    /** The share of votes that are for the post: most are liked, some divide, a few are bad, and few see those. */
    private static double approval(int count, SplittableRandom dice) {
        int kind = dice.nextInt(100);
        return kind < 80 ? 0.93 : kind < 95 || count > SEEN_BY_MANY ? 0.7 : 0.25;
    }

    /** A step that visits every member once before it comes back. */
    private int coprime(SplittableRandom dice) {
        int step = 1 + dice.nextInt(Math.max(1, members - 1));
        while (gcd(step, members) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
