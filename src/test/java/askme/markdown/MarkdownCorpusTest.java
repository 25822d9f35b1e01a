package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts of {@code corpus.txt} and what a reader gets: each link in brackets with its address, and the words of lists and
 * descriptions.
 */
class MarkdownCorpusTest {

    /** @param words the text without markup; null if it is the same as what the reader sees without addresses */
    record Case(String source, String seen, String words) {

        static Case of(String block) {
            String[] parts = block.split("\n=>\n|\n~>\n");
            return new Case(
                    UserInput.lines(unescape(parts[0])),
                    unescape(parts[1]).strip(),
                    parts.length > 2 ? unescape(parts[2]).strip() : null);
        }

        /** Java's escapes for characters that an editor does not show. */
        private static String unescape(String text) {
            return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                    .matcher(text)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                            Character.toString(Integer.parseInt(found.group(1), 16))));
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = MarkdownCorpusTest.class.getResourceAsStream("/askme/markdown/corpus.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^%.*\n"))
                    .filter(block -> block.contains("\n=>\n"))
                    .map(Case::of);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readerGetsTheExpectedTextAndLinks(Case one) {
        assertThat(seen(Markdown.render(one.source).html())).isEqualTo(one.seen);
        if (one.words != null) {
            assertThat(Excerpt.of(one.source, 500)).isEqualTo(one.words);
        }
    }

    /** The text of {@code html} with {@code [text](address)} for each link and {@code *text*} for emphasis. */
    private static String seen(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        page.select("a").forEach(link -> {
            assertThat(link.select("a a")).isEmpty();
            link.replaceWith(new Element("i").text("[" + link.text() + "](" + link.attr("href") + ")"));
        });
        for (String mark : new String[] {"em", "strong", "del", "code"}) {
            page.select(mark)
                    .forEach(marked -> marked.prependText("{" + mark + " ").appendText("}"));
        }
        return page.body().text();
    }
}
