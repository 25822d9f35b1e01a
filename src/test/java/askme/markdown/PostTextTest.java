package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTextTest {

    private static ValidatorFactory factory;

    record Form(@PostText(message = "empty") String text) {}

    @BeforeAll
    static void open() {
        factory = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[solved]: restart-the-server",
                "[a]: https://example.org/\n[b]: <x> 'title'",
                "[^1]: A note that nothing refers to",
                "---",
                "***\n___",
                "#",
                "## ##",
                ">",
                "> >",
                "-",
                "- \n- \n",
                "1.",
                "```\n```",
                "~~~java\n\n~~~",
                "    \u200b",
                "&nbsp;",
                "&#8203;&#x200d;",
                "&#12644;",
                "\u200b\u2800\u3164",
                "<kbd></kbd>",
                "<sub> </sub><br/>",
                "| |\n|-|",
                "| | |\n|-|-|\n| | |",
                "` `",
                "``` ```",
                "*\u200b*",
                "[](  )",
                "![](  )",
                "[&nbsp;]()",
                "\ufffc",
                "- [a]: b"
            })
    void sourceThatRendersToNothingIsEmpty(String source) {
        assertThat(fault(UserInput.lines(source))).isEqualTo("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "[solved]",
                "[](https://example.org/)",
                "![](https://example.org/a.png)",
                "`x`",
                "**",
                "<div>",
                "<!-- x -->",
                "&lt;",
                "|a|\n|-|",
                "😀",
                "A[^1]\n\n[^1]: b"
            })
    void visibleTextIsTaken(String source) {
        assertThat(fault(source)).isNull();
    }

    @Test
    void tooLongTextIsRefusedWithTheNumberTooMany() {
        assertThat(fault("a".repeat(20_000))).isNull();
        assertThat(fault("a".repeat(20_037))).contains("37", "20000");
        assertThat(UserInput.lines("я".repeat(190_000))).hasSize(190_000);
    }

    @ParameterizedTest
    @CsvSource({
        "a b c, 3",
        "如何检索, 12",
        "ёж, 2",
        "cafe\u0301, 4",
        "\u200b \u3164, 0",
        "東京 x, 7",
        "한국어, 9",
        "ไทย, 9",
        "ខ្មែរ, 9"
    })
    void visibleCharactersAreCounted(String line, int length) {
        assertThat(VisibleText.lengthOfLine(line)).isEqualTo(length);
    }

    @Test
    void markupDoesNotCount() {
        assertThat(VisibleText.lengthOfPost("# **ab** `c`\n\n- &lt;d\n\n[x]: https://example.org/"))
                .isEqualTo("abc<d".length());
    }

    private static String fault(String text) {
        return factory.getValidator().validate(new Form(text)).stream()
                .map(ConstraintViolation::getMessage)
                .findFirst()
                .orElse(null);
    }
}
