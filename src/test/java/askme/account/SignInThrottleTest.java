package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import askme.web.ratelimit.LocalBuckets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final ManualClock clock = new ManualClock();
    private final SignInThrottle throttle = new SignInThrottle(new ThreePerMinute(), new LocalBuckets(clock));

    private static SignInThrottle.Attempt from(String login, String address) {
        return new SignInThrottle.Attempt(login, address, Optional.empty());
    }

    private Duration attempt(String login, String address) {
        return throttle.count(from(login, address));
    }

    private Duration attemptOfDevice(String login, String device) {
        return throttle.count(new SignInThrottle.Attempt(login, "10.0.0.1", Optional.of(device)));
    }

    @Test
    void afterTheFirstFailuresEachAddressHasOneMore() {
        for (int i = 0; i < 4; i++) {
            assertThat(attempt("ann", "10.0.0.1")).isZero();
        }
        Duration pause = attempt("ann", "10.0.0.1");
        assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(attempt("ann", "10.0.0.9")).isZero();
        assertThat(attempt("ann", "10.0.0.9")).isPositive();
        assertThat(attempt("bob", "10.0.0.9")).isZero();
    }

    @Test
    void manyAddressesTogetherAreThrottled() {
        int admitted = 0;
        for (int i = 0; i < 1000; i++) {
            admitted += attempt("ann", "10.0." + i).isZero() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(3 + 3 * 20);
    }

    @Test
    void knownDeviceHasFailuresOfItsOwn() {
        for (int i = 0; i < 100; i++) {
            attempt("ann", "10.0.0.1");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(attemptOfDevice("ann", "laptop")).isZero();
        }
        assertThat(attemptOfDevice("ann", "laptop")).isPositive();
        assertThat(attemptOfDevice("ann", "phone")).isZero();
    }

    @Test
    void nameCountsInAnyCase() {
        attempt("Ann", "a");
        attempt(" ann ", "a");
        attempt("ANN", "a");
        attempt("aNN", "a");
        assertThat(attempt("ann", "a")).isPositive();
    }

    @Test
    void oneAddressIsThrottledAcrossNames() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("member" + i, "10.0.0.1")).isZero();
        }
        assertThat(attempt("another", "10.0.0.1")).isPositive();
        assertThat(attempt("another", "10.0.0.2")).isZero();
    }

    @Test
    void successesAreNotCounted() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("ann", "10.0.0.1")).isZero();
            throttle.succeeded(from("ann", "10.0.0.1"));
        }
    }

    @Test
    void oldFailuresExpire() {
        for (int i = 0; i < 5; i++) {
            attempt("ann", "a");
        }
        assertThat(attempt("ann", "a")).isPositive();
        clock.pass(Duration.ofSeconds(21));
        assertThat(attempt("ann", "a")).isZero();
    }

    private record ThreePerMinute() implements AccountConfig.SignIn {

        @Override
        public int perAccount() {
            return 3;
        }

        @Override
        public int perAccountAndAddress() {
            return 1;
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
