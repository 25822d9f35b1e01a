package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nBcc: b", "a\nBcc: b", "a\rBcc: b", "a\u2028Bcc: b", "a\u0085Bcc: b", "a\u0000 \tBcc: b"})
    void lineBreaksAreRemoved(String hostile) {
        assertThat(HeaderText.oneLine(hostile, 100)).isEqualTo("a Bcc: b");
    }

    @Test
    void directionControlsAreRemoved() {
        assertThat(HeaderText.oneLine("safe\u202Egpj.exe", 100)).isEqualTo("safe gpj.exe");
    }

    @Test
    void lettersOfAnyScriptStay() {
        assertThat(HeaderText.oneLine("Как быть? 🙂", 100)).isEqualTo("Как быть? 🙂");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(HeaderText.oneLine("🙂🙂🙂🙂", 3)).isEqualTo("🙂🙂…");
    }
}
