package askme.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @Test
    void limitIsANumberInAWindow() {
        assertThat(RateLimit.valueOf("10/1h")).isEqualTo(new RateLimit(10, Duration.ofHours(1)));
        assertThat(RateLimit.valueOf(" 3/20s ")).isEqualTo(new RateLimit(3, Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/h", "0/1h", "5/0s", "-1/1h", "many/1h"})
    void invalidLimitIsRefused(String text) {
        assertThatThrownBy(() -> RateLimit.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
