package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "![x](vbscript:y)",
                "[x]( JaVaScRiPt:y)",
                "[x](data:text/html,y)",
                "[x]()"
            })
    void refusedLinkIsPlainText(String markdown) {
        assertThat(Markdown.render(markdown).html().strip()).isEqualTo("<p>x</p>");
    }

    /** One link of 10,000 characters, used 3,000 times, would be 30 MB. */
    @Test
    void textWhoseHtmlWouldBeFarLargerIsShownAsItsSource() {
        String text = "[a]: http://" + "x".repeat(10_000) + "\n\n" + "[a]".repeat(3_000);
        String html = Markdown.render(text).html();
        assertThat(html.length()).isLessThanOrEqualTo(Markdown.MOST_HTML);
        assertThat(html).contains("<pre>", "[a][a]").doesNotContain("<a ");
    }

    @Test
    void linkKeepsItsTitle() {
        assertThat(Markdown.render("[*x*](https://e.org/a%20b \"t\")").html())
                .contains("<a href=\"https://e.org/a%20b\" title=\"t\"", "<em>x</em></a>");
    }

    private static String html(String markdown) {
        return Markdown.render(markdown).html();
    }

    @Test
    void commonMarkTablesStrikethroughAndBareLinksRender() {
        assertThat(html("**b** *i* `c` ~~gone~~"))
                .contains("<strong>b</strong>", "<em>i</em>", "<code>c</code>", "<del>gone</del>");
        assertThat(html("|a|b|\n|:-|-:|\n|1|2|"))
                .contains("<table>", "<th align=\"left\">a</th>", "<td align=\"right\">2</td>");
        assertThat(html("see https://example.org/x."))
                .contains("<a href=\"https://example.org/x\" rel=\"nofollow ugc noopener\">https://example.org/x</a>.");
        assertThat(html("> q\n\n1. a\n2. b\n\n5) c")).contains("<blockquote>", "<ol>", "<li>a</li>", "start=\"5\"");
    }

    @Test
    void fencedCodeKeepsItsTextAndLanguage() {
        assertThat(html("```java\nList<String> a = b && c;\n```"))
                .isEqualTo(
                        "<pre><code class=\"language-java\">List&lt;String&gt; a &#61; b &amp;&amp; c;\n</code></pre>\n");
        assertThat(html("```c++\nx\n```")).contains("class=\"language-c&#43;&#43;\"");
    }

    @Test
    void headingsBeginAtLevelThree() {
        assertThat(html("# a\n\n###### b")).contains("<h3>a</h3>", "<h6>b</h6>");
    }

    @Test
    void htmlIsShownAsTypedExceptAFewTags() {
        assertThat(html("a List<String> b")).contains("a List&lt;String&gt; b");
        assertThat(html("<div>\nblock\n</div>")).contains("&lt;div&gt;", "block", "&lt;/div&gt;");
        assertThat(html("Press <kbd>Ctrl</kbd>, H<sub>2</sub>O")).contains("<kbd>Ctrl</kbd>", "H<sub>2</sub>O");
        assertThat(html("<kbd onclick=x>no</kbd>")).contains("&lt;kbd onclick&#61;x&gt;");
    }

    @Test
    void imageBecomesALink() {
        assertThat(html("![chart](https://example.org/c.png)"))
                .contains("<a href=\"https://example.org/c.png\" rel=\"nofollow ugc noopener\">chart</a>")
                .doesNotContain("<img");
        assertThat(html("[![badge](https://e.org/b.svg)](https://e.org/)"))
                .contains("<a href=\"https://e.org/\" rel=\"nofollow ugc noopener\">badge</a>");
    }

    @Test
    void onlyWebAndMailLinksAreAllowed() {
        assertThat(html("[a](http://e.org) [b](mailto:a@e.org) [c](/question/3/)"))
                .contains("href=\"http://e.org\"", "href=\"mailto:a&#64;e.org\"", "href=\"/question/3/\"");
        assertThat(html("[a](javascript:alert(1)) [b](data:text/html,x) [c](ftp://e.org)"))
                .doesNotContain("href=\"javascript", "href=\"data", "href=\"ftp");
    }

    @Test
    void equalTextsAreRenderedOnce() {
        MarkdownCache texts = new MarkdownCache(
                () -> new io.quarkus.runtime.configuration.MemorySize(java.math.BigInteger.valueOf(1000)));
        assertThat(texts.html("**a**")).isSameAs(texts.html("**a**"));
    }
}
