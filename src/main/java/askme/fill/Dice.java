package askme.fill;

import java.util.SplittableRandom;

/**
 * Chance that can be had again: the same numbers for the same seed, purpose and subject, whatever was drawn before. So a
 * fill that was interrupted goes on as if it had not been, and a post's text need not be kept to be known again.
 */
final class Dice {

    /** What is decided; each draws from a stream of its own. */
    enum Purpose {
        MEMBERS,
        TAGS,
        QUESTIONS,
        ANSWERS,
        AUTHORS,
        WORDS,
        QUESTION_TEXT,
        ANSWER_TEXT,
        QUESTION_VOTES,
        ANSWER_VOTES
    }

    private Dice() {}

    static SplittableRandom of(long seed, Purpose purpose, long subject) {
        return new SplittableRandom(mixed(mixed(seed + purpose.ordinal()) + subject));
    }

    /** The finalizer of MurmurHash3: neighbours become strangers, else the streams would be one shifted. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    /** A weight with a long tail: most near 1, a few a hundred times that (log-normal). */
    static double longTailed(SplittableRandom dice, double sigma) {
        return Math.exp(sigma * gaussian(dice));
    }

    static double gaussian(SplittableRandom dice) {
        // Box and Muller: two uniform numbers make a normal one.
        return Math.sqrt(-2 * Math.log(1 - dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
    }
}
