package askme.mail.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    @ParameterizedTest
    @CsvSource({
        "HOURLY, UTC, 2026-11-28T17:16:25Z, 2026-11-28T18:00:00Z",
        "HOURLY, UTC, 2026-11-28T18:00:00Z, 2026-11-28T19:00:00Z",
        "DAILY, UTC, 2026-11-28T07:59:59Z, 2026-11-28T08:00:00Z",
        "DAILY, UTC, 2026-11-28T08:00:00Z, 2026-11-29T08:00:00Z",
        "DAILY, Asia/Tokyo, 2026-11-28T17:00:00Z, 2026-11-28T23:00:00Z",
        "DAILY, America/New_York, 2026-11-28T17:00:00Z, 2026-11-29T13:00:00Z",
        "WEEKLY, UTC, 2026-11-28T17:00:00Z, 2026-11-30T08:00:00Z",
        "WEEKLY, UTC, 2026-11-30T08:00:00Z, 2026-12-07T08:00:00Z",
        "WEEKLY, Asia/Tokyo, 2026-11-29T22:00:00Z, 2026-11-29T23:00:00Z",
    })
    void slotIsTheNextHourOrMorningOfTheMember(Pace pace, String zone, Instant now, Instant slot) {
        assertThat(pace.nextAfter(now, ZoneId.of(zone))).isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z", // the clocks go forward in the night
        "2026-10-24T12:00:00Z, 2026-10-25T07:00:00Z", // and back
    })
    void morningStaysTheMorningWhenTheClocksChange(Instant now, Instant slot) {
        assertThat(Pace.DAILY.nextAfter(now, ZoneId.of("Europe/Berlin"))).isEqualTo(slot);
    }

    @Test
    void mailAtOnceHasNoSlot() {
        assertThatThrownBy(() -> Pace.NOW.nextAfter(Instant.EPOCH, ZoneId.of("UTC")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownZoneIsUtc() {
        assertThat(MailChoices.zone(null).getId()).isEqualTo("UTC");
        assertThat(MailChoices.zone("Mars/Olympus").getId()).isEqualTo("UTC");
        assertThat(MailChoices.zone("Europe/Berlin").getId()).isEqualTo("Europe/Berlin");
    }
}
