package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(6);

    private final Backoff backoff = new Backoff(BASE, MOST, new Random(1));

    @Test
    void boundDoublesWithEachFailure() {
        assertThat(backoff.bound(1)).isEqualTo(BASE);
        assertThat(backoff.bound(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.bound(11)).isEqualTo(Duration.ofSeconds(1024));
    }

    @Test
    void boundNeverExceedsTheMaximum() {
        assertThat(backoff.bound(20)).isEqualTo(MOST);
        assertThat(backoff.bound(Integer.MAX_VALUE)).isEqualTo(MOST);
    }

    @Test
    void delaysAreSpreadUpToTheBound() {
        var delays = IntStream.range(0, 1000)
                .mapToObj(n -> backoff.after(4).toMillis())
                .toList();
        assertThat(delays).allMatch(ms -> ms >= 0 && ms <= 8000);
        assertThat(delays).anyMatch(ms -> ms < 800).anyMatch(ms -> ms > 7200);
        double mean = delays.stream().mapToLong(ms -> ms).average().orElseThrow();
        assertThat(mean).isBetween(3600.0, 4400.0);
    }

    @Test
    void twentyFiveFailuresTakeOneToThreeDays() {
        Duration total = IntStream.range(1, 25)
                .mapToObj(failures -> backoff.bound(failures).dividedBy(2))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isBetween(Duration.ofHours(24), Duration.ofHours(60));
    }
}
