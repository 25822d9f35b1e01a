package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final CircuitBreaker breaker = new CircuitBreaker(PAUSE, clock);

    @Test
    void newBreakerIsClosed() {
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void failureOpensItForThePause() {
        breaker.open();
        clock.pass(PAUSE.minusMillis(1));
        assertThat(breaker.isOpen()).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void onlyTheFirstFailureOpensIt() {
        assertThat(breaker.open()).isTrue();
        clock.pass(PAUSE.dividedBy(2));
        assertThat(breaker.open()).isFalse();
        clock.pass(PAUSE.dividedBy(2));
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.open()).isTrue();
    }
}
