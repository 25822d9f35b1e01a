package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MailStylesTest {

    @Test
    void eachElementHasItsStyle() {
        Document mail = rendered("- one\n\n```java\nint x;\n```\n\n> quoted\n\n|a|\n|-|\n|1|\n\n`code` [link](/hot/)");
        for (String element : new String[] {"ul", "pre", "blockquote", "table", "th", "td", "code", "a"}) {
            assertThat(mail.select(element).first().attr("style")).as(element).isNotEmpty();
        }
        assertThat(mail.select("pre").attr("style")).contains("white-space:pre");
        assertThat(mail.select("a").attr("href")).isEqualTo("https://ask.example/hot/");
    }

    @Test
    void textOfAMemberIsNoElement() {
        Document mail = rendered("`<pre >` and List<a b> and <b onclick=x>");
        assertThat(mail.select("pre, b")).isEmpty();
        assertThat(mail.text()).contains("<pre >", "List<a b>");
        assertThat(mail.text()).doesNotContain("style=");
    }

    private static Document rendered(String markdown) {
        return Jsoup.parse(
                Markdown.render(markdown).rawAt("https://ask.example").getValue());
    }
}
