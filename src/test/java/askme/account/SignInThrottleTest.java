package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final ManualClock clock = new ManualClock();
    private final SignInThrottle throttle = new SignInThrottle(new ThreePerMinute(), clock);

    @Test
    void fourthFailureForOneNameWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.attempt("ann", "10.0.0." + i)).isZero();
        }
        Duration pause = throttle.attempt("ann", "10.0.0.9");
        assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(throttle.attempt("bob", "10.0.0.9")).isZero();
    }

    @Test
    void nameCountsInAnyCase() {
        throttle.attempt("Ann", "a");
        throttle.attempt(" ann ", "b");
        throttle.attempt("ANN", "c");
        assertThat(throttle.attempt("ann", "d")).isPositive();
    }

    @Test
    void oneAddressIsThrottledAcrossNames() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.attempt("member" + i, "10.0.0.1")).isZero();
        }
        assertThat(throttle.attempt("another", "10.0.0.1")).isPositive();
        assertThat(throttle.attempt("another", "10.0.0.2")).isZero();
    }

    @Test
    void successesAreNotCounted() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.attempt("ann", "10.0.0.1")).isZero();
            throttle.succeeded("ann", "10.0.0.1");
        }
    }

    @Test
    void oldFailuresExpire() {
        for (int i = 0; i < 4; i++) {
            throttle.attempt("ann", "a" + i);
        }
        clock.pass(Duration.ofSeconds(21));
        assertThat(throttle.attempt("ann", "b")).isZero();
        assertThat(throttle.attempt("ann", "c")).isPositive();
    }

    private record ThreePerMinute() implements AccountConfig.SignIn {

        @Override
        public int perAccount() {
            return 3;
        }

        @Override
        public int perAddress() {
            return 5;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(1);
        }
    }
}
