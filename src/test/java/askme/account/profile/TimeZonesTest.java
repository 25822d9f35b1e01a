package askme.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeZonesTest {

    @Test
    void aZoneIsOfferedByItsPresentNameOnly() {
        assertThat(TimeZones.offered(null))
                .contains("Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Asia/Ho_Chi_Minh")
                .doesNotContain("Europe/Kiev", "Asia/Calcutta", "America/Buenos_Aires", "Asia/Saigon")
                .noneMatch(zone -> zone.matches("(US|Canada|Brazil|Mexico|Chile|Etc|SystemV)/.+"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anOldNameThatAMemberHasStaysChosen() {
        assertThat(TimeZones.offered("Europe/Kiev"))
                .contains("Europe/Kiev", "Europe/Kyiv")
                .isSorted();
    }

    @Test
    void anUnknownNameIsNotOffered() {
        assertThat(TimeZones.offered("Mars/Olympus")).isEqualTo(TimeZones.offered(""));
    }
}
