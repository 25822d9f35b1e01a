package askme.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(new Random(1));

    @Test
    void pausesGrowUntilTheDeliveryIsDead() {
        List<Duration> pauses = new ArrayList<>();
        for (Optional<Duration> pause = schedule.after(1);
                pause.isPresent();
                pause = schedule.after(pauses.size() + 1)) {
            pauses.add(pause.get());
        }
        assertThat(pauses).hasSize(9).isSorted();
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
        Duration all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }
}
