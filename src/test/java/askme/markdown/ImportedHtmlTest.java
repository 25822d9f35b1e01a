package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportedHtmlTest {

    static Stream<String> snippets() throws IOException {
        try (InputStream in = ImportedHtmlTest.class.getResourceAsStream("/askme/markdown/imported.html.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n%%\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void readerOfTheMarkdownSeesTheTextOfTheHtml(String html) {
        ImportedHtml.Converted converted = ImportedHtml.toMarkdown(html);
        assertThat(words(Markdown.render(converted.markdown()).html()))
                .as(converted.markdown())
                .isEqualTo(words(HtmlPolicy.cleanForeign(html)
                        .replaceAll("<img [^>]*alt=\"([^\"]*)\"[^>]*>", "$1")
                        .replaceAll("<img src=\"([^\"]*)\"[^>]*>", "$1")));
        assertThat(converted.plain()).as(converted.markdown()).isFalse();
    }

    private static String words(String html) {
        return Jsoup.parse(html).text().replaceAll("[\\s\\p{Z}\u200b]+", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p>a <em>b</em> <strong>c</strong></p> ~ a *b* **c**",
                "<ul><li>a</li><li>b</li></ul> ~ - a|- b",
                "<p><img src='https://x.org/a.png' alt='cat'></p> ~ [cat](<https://x.org/a.png>)",
                "<pre class='lang-js prettyprint-override'><code>x</code></pre> ~ ```js|x|```",
                "<h2>Title</h2> ~ ## Title",
                "<p>Press <kbd>A</kbd></p> ~ Press <kbd>A</kbd>",
                "<p>snake_case</p> ~ snake_case",
                "<p>https://x.org/a_b</p> ~ <https://x.org/a_b>",
                "<p>a<br>b</p> ~ a\\|b"
            })
    void markdownIsWhatAMemberWouldWrite(String html, String markdown) {
        assertThat(ImportedHtml.toMarkdown(html).markdown()).isEqualTo(markdown.replace('|', '\n'));
    }

    @Test
    void noTagOfTheSourceReachesAPage() {
        String html =
                "<p><script>alert(1)</script><b onmouseover=x>bold</b><iframe src=x></iframe>&lt;img src=x onerror=y&gt;</p>";
        String page = Markdown.render(ImportedHtml.toMarkdown(html).markdown()).html();
        assertThat(Jsoup.parse(page).select("body *").eachAttr("class")).isEmpty();
        assertThat(Jsoup.parse(page).body().select("script, iframe, img, [onmouseover]"))
                .isEmpty();
        assertThat(Jsoup.parse(page).text()).contains("<img src=x onerror=y>");
    }

    @Test
    void deepNestingEnds() {
        String html = "<ul><li>".repeat(60) + "deep" + "<blockquote>".repeat(2_000) + "<b>".repeat(5_000) + "x";
        assertThat(ImportedHtml.toMarkdown(html).markdown()).contains("deep");
    }

    @Test
    void markdownOfAnotherSiteIsConverted() {
        assertThat(ImportedHtml.ofMarkdown("Text <b>bold</b>\n\n    code\n\n![cat](https://x.org/a.png)")
                        .markdown())
                .isEqualTo("Text **bold**\n\n```\ncode\n```\n\n[cat](<https://x.org/a.png>)");
    }
}
