package askme.fill;

import java.util.SplittableRandom;

/**
 * Random numbers that can be repeated: equal for the same seed, purpose and subject, independent of earlier draws. So an
 * interrupted fill continues with the same rows, and the text of a post can be created again instead of stored.
 */
final class SeededRandom {

    /** Each purpose has its own stream of numbers. The order of these constants is part of the seed. */
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
        ANSWER_VOTES,
        COMMENTS,
        EDITS,
        EDIT_TEXT
    }

    private SeededRandom() {}

    static SplittableRandom of(long seed, Purpose purpose, long subject) {
        return new SplittableRandom(mix(mix(seed + purpose.ordinal()) + subject));
    }

    /** The finalizer of MurmurHash3. Without it the streams of two subjects in a row would be one stream, shifted. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    /** A weight from a log-normal distribution: most weights are near 1, a few are a hundred times that. */
    static double longTailed(SplittableRandom random, double sigma) {
        return Math.exp(sigma * gaussian(random));
    }

    static double gaussian(SplittableRandom random) {
        // The method of Box and Muller: two uniform numbers give a normal one.
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
