package askme.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1k",
        "1099, 1k",
        "1250, 1.2k",
        "1999, 1.9k",
        "99999, 99.9k",
        "123456, 123k",
        "999999, 999k",
        "1000000, 1m",
        "2147483647, 2147m"
    })
    void numberIsShortenedAndNeverGrows(int number, String shown) {
        assertThat(CompactNumbers.compact(number, ".", "k", "m")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "999, 999", "1234, 1_234", "1234567, 1_234_567"})
    void digitsAreGrouped(int number, String shown) {
        assertThat(CompactNumbers.grouped(number, "_")).isEqualTo(shown);
    }
}
