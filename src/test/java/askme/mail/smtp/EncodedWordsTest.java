package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Как быть? 🙂",
                "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
                "日本語のとても長い題名です。日本語のとても長い題名です。",
                "=?UTF-8?B?ZXZpbA==?="
            })
    void mailProgramDecodesTheText(String text) throws UnsupportedEncodingException {
        String words = EncodedWords.of(text);
        assertThat(MimeUtility.decodeText(words.replace("\n", "\r\n"))).isEqualTo(text);
        assertThat(words.split("\n "))
                .allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(75));
    }

    @Test
    void asciiStaysReadable() {
        assertThat(EncodedWords.of("New answer: How?")).isEqualTo("New answer: How?");
    }
}
