package askme.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static Schedule schedule(String text) {
        return Schedule.parse(text).orElseThrow();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }

    @Test
    void intervalHasEqualSlots() {
        Schedule every = schedule("10m");
        assertThat(every.slot(at("08:19:59.999"))).contains(at("08:10:00"));
        assertThat(every.slot(at("08:20:00"))).contains(at("08:20:00"));
        assertThat(every.next(at("08:20:00"))).contains(at("08:30:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "PT2S", " 2s "})
    void intervalsHaveTheSyntaxOfQuarkus(String text) {
        assertThat(schedule(text).slot(at("00:00:03"))).contains(at("00:00:02"));
    }

    @Test
    void cronExpressionIsInUtc() {
        Schedule nightly = schedule("0 30 3 * * ?");
        assertThat(nightly.next(at("12:00:00"))).contains(Instant.parse("2026-03-02T03:30:00Z"));
        assertThat(nightly.slot(at("03:30:00"))).contains(at("03:30:00"));
    }

    @Test
    void missedCronSlotIsMadeUpForWithinFiveMinutes() {
        Schedule nightly = schedule("0 30 3 * * ?");
        assertThat(nightly.slot(at("03:34:00"))).contains(at("03:30:00"));
        assertThat(nightly.slot(at("03:36:00"))).isEmpty();
        assertThat(nightly.slot(at("03:29:59"))).isEmpty();
    }

    @Test
    void claimOutlivesItsSlot() {
        assertThat(schedule("1h").claimLifetime()).isGreaterThan(Duration.ofHours(1));
        assertThat(schedule("0 30 3 * * ?").claimLifetime()).isGreaterThan(Schedule.GRACE);
    }

    @Test
    void offHasNoSchedule() {
        assertThat(Schedule.parse("off")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "-2s", "often", "99 99 * * * ?"})
    void invalidScheduleIsRefused(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
