package askme.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagCloudWeightsTest {

    @Test
    void theRarestIsTheSmallestAndTheMostFrequentTheLargest() {
        assertThat(TagCloudWeights.of(3, 3, 900)).isEqualTo(1);
        assertThat(TagCloudWeights.of(900, 3, 900)).isEqualTo(5);
    }

    @Test
    void theSizeGrowsWithTheLogarithm() {
        assertThat(TagCloudWeights.of(30, 1, 1000)).isEqualTo(3);
    }

    @Test
    void equalsAreOfMiddleSize() {
        assertThat(TagCloudWeights.of(7, 7, 7)).isEqualTo(3);
    }
}
