package askme.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagCloudWeightsTest {

    @Test
    void rarestIsSmallestAndMostFrequentIsLargest() {
        assertThat(TagCloudWeights.of(3, 3, 900)).isEqualTo(1);
        assertThat(TagCloudWeights.of(900, 3, 900)).isEqualTo(5);
    }

    @Test
    void sizeGrowsWithTheLogarithm() {
        assertThat(TagCloudWeights.of(30, 1, 1000)).isEqualTo(3);
    }

    @Test
    void equalCountsGiveMiddleSize() {
        assertThat(TagCloudWeights.of(7, 7, 7)).isEqualTo(3);
    }
}
