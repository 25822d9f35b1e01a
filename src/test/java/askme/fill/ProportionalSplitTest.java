package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProportionalSplitTest {

    @Test
    void partsAddUpAndFollowTheWeights() {
        assertThat(ProportionalSplit.of(100, new double[] {1, 2, 7}, 1000)).containsExactly(10, 20, 70);
        assertThat(ProportionalSplit.of(10, new double[] {1, 1, 1}, 1000)).containsExactly(3, 4, 3);
    }

    @Test
    void capLimitsPartsAndOthersGetTheRest() {
        assertThat(ProportionalSplit.of(100, new double[] {98, 1, 1}, 40)).containsExactly(40, 30, 30);
        assertThat(ProportionalSplit.of(1000, new double[] {5, 1, 1}, 40)).containsExactly(40, 40, 40);
        assertThat(ProportionalSplit.of(5, new double[] {5, 1}, 0)).containsExactly(0, 0);
    }

    @Test
    void anyWeightsAddUpExactly() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            double[] weights = new double[1 + random.nextInt(300)];
            Arrays.setAll(weights, i -> random.nextInt(3) == 0 ? 0 : SeededRandom.longTailed(random, 2));
            int total = random.nextInt(5000);
            int cap = 1 + random.nextInt(60);
            int[] parts = ProportionalSplit.of(total, weights, cap);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(Math.min(total, cap * weights.length));
            assertThat(Arrays.stream(parts).boxed()).allMatch(part -> part >= 0 && part <= cap);
        }
    }
}
