package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comment that becomes an answer shows the same. */
class CommentAsBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A plain comment with `code`, *emphasis* and https://example.org",
                "# no heading",
                "## no heading",
                "#hashtag",
                "> no quotation",
                "- no list",
                "-1 is a number",
                "+ no list",
                "* no list",
                "*emphasis* at the beginning",
                "**strong** at the beginning",
                "***",
                "* * *",
                "___",
                "---",
                "===",
                "1. no list",
                "12) no list",
                "123456789012. no list",
                "1.5 is a number",
                "``` no code",
                "```no code``` but code",
                "~~~ no code",
                "~~struck~~",
                "[^1]: no footnote",
                "[a link](https://example.org) first",
                "| no | table |",
                "<div>no HTML</div>",
                "<!-- no comment -->",
                "\\# a backslash",
                "@ann, look",
                "_ann_"
            })
    void blockShowsTheSame(String comment) {
        assertThat(Markdown.render(UserInput.asBlock(comment)).html())
                .isEqualTo(Markdown.render(comment, Markdown.parseInline(comment, Map.of()))
                        .html());
    }
}
