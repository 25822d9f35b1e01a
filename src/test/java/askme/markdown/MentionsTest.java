package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import askme.markdown.Mentions.Mentioned;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentions in comments, and their links. */
class MentionsTest {

    private static final Map<String, Mentioned> ANN = Map.of("ann", new Mentioned("Anna-Maria", "/member/Anna-Maria/"));

    private static String html(String comment) {
        return Markdown.render(comment, Markdown.parseInline(comment, ANN)).html();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ann look | ann",
                "(@ann) | ann",
                "Hello @Ann, @bob-2: | Ann bob-2",
                "*@ann* **@bob** | ann bob",
                "@a_b_c | a_b_c",
                "@ann_ | ann_ ann",
                "@ann- | ann- ann",
                "@Анна, привет | Анна",
                "@李雷 | 李雷",
                "@ann's | ann"
            })
    void namesAreFound(String comment, String names) {
        assertThat(Mentions.names(comment)).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail ann@example.org or https://example.org/@ann",
                "`@ann`",
                "[@ann](https://example.org)",
                "@a @ @@ann",
                "\\@ann",
                "@abcdefghijklmnopqrstuvwxyzabcdefg"
            })
    void otherSignsAreNone(String comment) {
        assertThat(Mentions.names(comment)).isEmpty();
        assertThat(html(comment)).doesNotContain("/member/");
    }

    @Test
    void onlyKnownNamesAreLinks() {
        assertThat(html("@ANN_ and @bob"))
                .isEqualTo("<p><a href=\"/member/Anna-Maria/\" rel=\"nofollow ugc noopener\">"
                        + "&#64;Anna-Maria</a>_ and &#64;bob</p>\n");
        assertThat(html("_@ann_ `@ann` [@ann](/x)")).containsOnlyOnce("/member/");
        assertThat(html("*@ann*")).startsWith("<p><em><a href=\"/member/Anna-Maria/\"");
    }

    @Test
    void hostileTextsDoNoHarm() {
        for (String hostile : List.of(
                "@ann" + "\u0301".repeat(590),
                "@ann\u202e@ann",
                "@ann</script><script>alert(1)</script>",
                "@ann\"onmouseover=alert(1)",
                "@".repeat(600),
                "@an".repeat(200),
                "[".repeat(300) + "@ann" + "]".repeat(290),
                "*".repeat(300) + "@ann")) {
            assertThat(html(hostile)).as(hostile).doesNotContain("<script").doesNotContain("\" onmouseover");
            assertThat(Mentions.names(hostile)).hasSizeLessThan(300);
        }
    }

    @Test
    void textWithoutLinksIsTheSame() {
        assertThat(PlainText.of(Markdown.parseInline("Ask @ann_ or @bob.", Map.of())))
                .isEqualTo("Ask @ann_ or @bob.");
        assertThat(PlainText.of(Markdown.parseInline("Ask @ann_.", ANN))).isEqualTo("Ask @Anna-Maria_.");
    }
}
