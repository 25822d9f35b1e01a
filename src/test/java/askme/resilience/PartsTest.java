package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final ManualClock clock = new ManualClock();
    private final Parts parts = new Parts(clock);
    private final OutageLog search = parts.use(Part.REDIS_CACHE, "search cache");
    private final OutageLog limits = parts.use(Part.REDIS_CACHE, "rate limits");

    @Test
    void partFailsSinceItsFirstFailure() {
        var begun = clock.instant();
        search.begins(new IOException("reset"));
        clock.pass(Duration.ofSeconds(10));
        limits.begins(new IOException("reset"));
        assertThat(parts.failing()).containsExactly(new Parts.Failing(Part.REDIS_CACHE, begun, 2, true));
        search.ends();
        limits.ends();
        assertThat(parts.failing()).isEmpty();
    }

    @Test
    void successOfAnotherUseShortensTheOutage() {
        search.begins(new IOException("reset"));
        clock.pass(Duration.ofSeconds(10));
        limits.ends();
        assertThat(parts.failing()).extracting(Parts.Failing::since).containsExactly(clock.instant());
    }

    @Test
    void useThatIsNotTriedAnyLongerProvesNothing() {
        search.begins(new IOException("reset"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(parts.failing()).isEmpty();
    }
}
