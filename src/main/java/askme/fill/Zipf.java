package askme.fill;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers from 0 to {@code count - 1}; the n-th number is drawn in proportion to 1/n (Zipf's law). */
final class Zipf {

    private final double[] until;

    Zipf(int count) {
        until = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            until[i] = sum;
        }
    }

    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(until, random.nextDouble() * until[until.length - 1]);
        return Math.min(until.length - 1, found < 0 ? -found - 1 : found);
    }
}
