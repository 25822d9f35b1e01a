package askme.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldAddressTest {

    @ParameterizedTest
    @CsvSource({
        "11, 11",
        "10010000000000012, 10010000000000012",
        "0, 0",
        "-1, 0",
        "99999999999999999999, 0",
        "how-do-i, 0",
        "'', 0"
    })
    void numberIsAnId(String text, long id) {
        assertThat(OldAddress.id(text)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "D1D1, 10010000000000001",
        "E1O1, 10020000000000012",
        "D1Dh, 10010000000000993",
        "how, 0",
        "D1, 0",
        "D1-1, 0",
        "D100, 0",
        "D1ZZZZZZZZZ, 0",
        "'', 0"
    })
    void shortIdIsThatOfAnApacheAnswer(String text, long id) {
        assertThat(OldAddress.ofShort(text)).isEqualTo(id);
    }
}
