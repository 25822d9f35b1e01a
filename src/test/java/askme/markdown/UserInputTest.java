package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u200b\u200b \u00a0",
                "\u202e",
                "\u0000",
                "\ufeff",
                "\u3164",
                "\u2800",
                "\u0301"
            })
    void invisibleTextBecomesEmpty(String text) {
        assertThat(UserInput.line(text)).isEmpty();
        assertThat(UserInput.lines(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "ё", "👩‍👩‍👧", "日本", "c++", "é"})
    void visibleTextStays(String text) {
        assertThat(UserInput.line(text)).isEqualTo(text);
        assertThat(UserInput.lines(text)).isEqualTo(text);
    }

    @Test
    void directionControlsAreRemovedFromTitle() {
        assertThat(UserInput.line("\u202eabc\u202c \u2066d\u2069")).isEqualTo("abc d");
        assertThat(UserInput.line("שלום\u200f! \u200eabc \u061cمرحبا")).isEqualTo("שלום\u200f! \u200eabc \u061cمرحبا");
        assertThat(Excerpt.of("\u202eabc\u202c *d*", 100)).isEqualTo("abc d");
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(UserInput.line("nul\u0000title\r\nof  two ")).isEqualTo("nul title of two");
        assertThat(UserInput.lines("nul\u0000text\r\n\tof\rthree")).isEqualTo("nultext\n\tof\nthree");
        assertThat(UserInput.line(null)).isNull();
        assertThat(UserInput.lines(null)).isNull();
    }
}
