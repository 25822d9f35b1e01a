package askme.fill;

import java.util.SplittableRandom;

/**
 * Decides who votes for a post and how: as many different members as the plan has votes, and never the author. The votes
 * of a post are drawn from a seed of that post. So they need no memory: they are drawn once for the rating and again for
 * the rows.
 */
final class VotePlan {

    /** Receives one vote. {@code when} is a number from 0 (right after the post) to 1 (now). */
    @FunctionalInterface
    interface Receiver {
        void vote(int voter, int value, double when);
    }

    private static final int POPULAR_FROM = 40;

    private final long seed;
    private final int members;

    VotePlan(long seed, int members) {
        this.seed = seed;
        this.members = members;
    }

    /** Passes the {@code count} votes for a post to {@code receiver}. {@code count} is less than the number of members. */
    void draw(SeededRandom.Purpose purpose, int target, int author, int count, Receiver receiver) {
        SplittableRandom random = SeededRandom.of(seed, purpose, target);
        double approval = approval(count, random);
        int step = coprime(random);
        int voter = random.nextInt(members);
        for (int drawn = 0; drawn < count; voter = (int) (((long) voter + step) % members)) {
            if (voter != author) {
                int value = random.nextDouble() < approval ? 1 : -1;
                receiver.vote(voter, value, random.nextDouble());
                drawn++;
            }
        }
    }

    /** The sum of the votes. */
    int rating(SeededRandom.Purpose purpose, int target, int author, int count) {
        int[] sum = {0};
        draw(purpose, target, author, count, (voter, value, when) -> sum[0] += value);
        return sum[0];
    }

    /** The share of votes for the post. Most posts are liked, opinions differ about some, and only unpopular posts are bad. */
    private static double approval(int count, SplittableRandom random) {
        int kind = random.nextInt(100);
        return kind < 80 ? 0.93 : kind < 95 || count > POPULAR_FROM ? 0.7 : 0.25;
    }

    /** A step that visits every member once before it returns to the first. */
    private int coprime(SplittableRandom random) {
        int step = 1 + random.nextInt(Math.max(1, members - 1));
        while (gcd(step, members) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
