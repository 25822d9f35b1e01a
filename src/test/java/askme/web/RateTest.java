package askme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void aRateIsANumberInAWindow() {
        assertThat(Rate.valueOf("10/1h")).isEqualTo(new Rate(10, Duration.ofHours(1)));
        assertThat(Rate.valueOf(" 3/20s ")).isEqualTo(new Rate(3, Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/h", "0/1h", "5/0s", "-1/1h", "many/1h"})
    void anythingElseStopsTheStart(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
