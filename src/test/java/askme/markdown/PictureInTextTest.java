package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text shows pictures of this site, and nothing else as a picture. */
class PictureInTextTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String LARGE = "/picture/" + ID + "-1600x900.jpg";
    private static final String SMALL = "/picture/" + ID + "-1600x900-small.jpg";

    @Test
    void largePictureIsASmallOneThatLeadsToIt() {
        assertThat(html("![A chart](" + LARGE + ")"))
                .contains("<a href=\"" + LARGE + "\" rel=\"nofollow ugc noopener\"><img src=\"" + SMALL
                        + "\" alt=\"A chart\" width=\"800\" height=\"450\" loading=\"lazy\" /></a>");
    }

    @Test
    void smallPictureIsShownItself() {
        String address = "/picture/" + ID + "-20x10.png";
        assertThat(html("![dot](" + address + " \"A \\\"dot\\\"\")"))
                .contains("<img src=\"" + address
                        + "\" alt=\"dot\" title=\"A &#34;dot&#34;\" width=\"20\" height=\"10\"");
    }

    @Test
    void pictureInALinkLeadsWhereTheLinkLeads() {
        assertThat(html("[![chart](" + LARGE + ")](https://example.org/)"))
                .contains("<a href=\"https://example.org/\" rel=\"nofollow ugc noopener\"><img src=\"" + SMALL)
                .doesNotContain("href=\"/picture/");
    }

    @Test
    void linkOfAPictureWithoutDescriptionHasAName() {
        assertThat(html("![](" + LARGE + ")")).contains("alt=\"&#x1f5bc;\"");
        assertThat(Excerpt.plain("![](" + LARGE + ") words")).isEqualTo("words");
        assertThat(UserInput.isVisible(VisibleText.of("![](" + LARGE + ")"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example" + LARGE,
                "//evil.example" + LARGE,
                "/picture/" + ID + "-1600x900.svg",
                "/picture/" + ID + "-2001x900.jpg",
                "/picture/" + ID + "-16000x9.jpg",
                "/picture/" + ID + "-0x9.jpg",
                "/picture/" + ID + "-1600x900.jpg?a=b",
                "/picture/" + ID + "-1600x900.jpg#a",
                "/picture/../picture/" + ID + "-1600x900.jpg",
                "/picture/0123-1600x900.jpg",
                "/logout/",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA"
            })
    void nothingElseIsAPicture(String address) {
        assertThat(html("![x](" + address + ")")).doesNotContain("<img");
        assertThat(HtmlPolicy.clean("<img src=\"" + address + "\" alt=\"x\">").html())
                .doesNotContain("src=");
    }

    @Test
    void policyKeepsOnlyWhatAPictureNeeds() {
        String clean = HtmlPolicy.clean(
                        "<img src=\"" + SMALL + "\" onerror=\"x\" style=\"x\" srcset=\"//e.org/a\" width=\"9\">")
                .html();
        assertThat(clean).isEqualTo("<img src=\"" + SMALL + "\" width=\"9\" />");
        assertThat(HtmlPolicy.clean("<img src=\"https://e.org/a.png\">").html()).doesNotContain("<img");
    }

    @Test
    void pictureInACommentIsALink() {
        String html = Markdown.renderInline("", Markdown.parseInline("![A chart](" + LARGE + ")"))
                .html();
        assertThat(html).contains("<a href=\"" + LARGE).contains(">A chart</a>").doesNotContain("<img");
    }

    @Test
    void mailNamesTheSite() {
        String html = Markdown.render("![A chart](" + LARGE + ") and [a question](/question/3/), `=\"/x`")
                .rawAt("https://ask.example")
                .toString();
        assertThat(html)
                .contains("href=\"https://ask.example" + LARGE, "src=\"https://ask.example" + SMALL)
                .contains("href=\"https://ask.example/question/3/\"")
                .doesNotContain("ask.example/x");
    }

    @Test
    void namesAreFoundInAnyNotation() {
        String other = ID.replace('0', 'f') + "-9x9.png";
        assertThat(PictureAddress.namedIn(
                        "![a](" + LARGE + ")\n\n[x]: https://ask.example/picture/" + other + "\n`/picture/x`"))
                .containsExactly(LARGE.substring("/picture/".length()), other);
        assertThat(PictureAddress.namedIn("none")).isEmpty();
    }

    @Test
    void manyPicturesStayWithinTheLimitOfAText() {
        String text = ("![](" + LARGE + ")").repeat(300);
        assertThat(html(text).length()).isLessThanOrEqualTo(Markdown.MOST_HTML);
    }

    private static String html(String markdown) {
        return Markdown.render(markdown).html();
    }
}
