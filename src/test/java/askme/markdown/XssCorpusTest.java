package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts to pass a script through the filter, each in every part of Markdown that has text. An HTML parser checks the result. */
class XssCorpusTest {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "em",
            "strong",
            "del",
            "ins",
            "mark",
            "kbd",
            "sub",
            "sup",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "img");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            // A browser skips control characters in front of a scheme and line breaks within it (WHATWG URL, 4.4).
            Map.entry("href", Pattern.compile("(?i)(https?:|mailto:|(?![\\p{Cntrl}a-z0-9+. -]*:)).*", Pattern.DOTALL)),
            Map.entry("title", ANY),
            Map.entry("rel", Pattern.compile("nofollow ugc noopener")),
            Map.entry("class", Pattern.compile("language-[\\w+#.-]+")),
            Map.entry("align", Pattern.compile("left|center|right")),
            Map.entry("start", NUMBER),
            Map.entry("src", Pattern.compile("/picture/[0-9a-f]{32}-\\d+x\\d+(-small)?\\.(jpg|png)")),
            Map.entry("alt", ANY),
            Map.entry("width", NUMBER),
            Map.entry("height", NUMBER),
            Map.entry("loading", Pattern.compile("lazy")));
    private static final String PICTURE = "/picture/0123456789abcdef0123456789abcdef-9x9.png";
    private static final List<String> PLACES = List.of(
            "%s",
            "a %s b",
            "*%s*",
            "> %s",
            "- %s",
            "# %s",
            "|%s|b|\n|-|-|\n|%1$s|c|",
            "`%s`",
            "```%s\ncode\n```",
            "```\n%s\n```",
            "    %s",
            "[text](%s)",
            "[text](<%s>)",
            "[text](https://e.org \"%s\")",
            "![text](%s)",
            "[%s](https://e.org)",
            "![%s](https://e.org)",
            "<%s>",
            "![%s](" + PICTURE + ")",
            "![x](" + PICTURE + " \"%s\")",
            "![x](" + PICTURE + "%s)",
            "![x](/picture/%s)",
            "[x]: %s\n\n[x]",
            "[x]: https://e.org '%s'\n\n[x] ![x]",
            "https://e.org/%s",
            "<kbd>%s</kbd>",
            "<sub %s>x</sub>");

    static List<String> payloads() throws IOException {
        try (InputStream in = XssCorpusTest.class.getResourceAsStream("xss.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payloadGivesOnlyAllowedMarkup(String payload) {
        for (String place : PLACES) {
            String markdown = place.formatted(payload);
            assertThat(offences(Markdown.render(markdown).html())).as(markdown).isEmpty();
        }
    }

    /** In a comment with mentions, one of a member whose older nickname follows no rule. */
    @ParameterizedTest
    @MethodSource("payloads")
    void payloadInACommentGivesOnlyAllowedMarkup(String payload) {
        Map<String, Mentions.Mentioned> known = Map.of("ann", new Mentions.Mentioned(payload, "/member/" + payload));
        for (String place : List.of("@ann %s", "%s@ann", "@%s", "*@ann%s*", "[@ann %s](https://e.org)", "[%s](@ann)")) {
            String comment = place.formatted(payload);
            String html = Markdown.render(comment, Markdown.parseInline(comment, known))
                    .html();
            assertThat(offences(html)).as(comment).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void policyAloneGivesOnlyAllowedMarkup(String payload) {
        assertThat(offences(HtmlPolicy.clean(payload).html())).isEmpty();
    }

    @Test
    void checkFindsForbiddenMarkup() {
        assertThat(offences("<img src=x>")).isNotEmpty();
        assertThat(offences("<p onclick=x>")).isNotEmpty();
        assertThat(offences("<a href=javascript:x>")).isNotEmpty();
        assertThat(offences("<a href='java\nscript:x'>")).isNotEmpty();
    }

    private static List<String> offences(String html) {
        return Jsoup.parseBodyFragment(html).body().children().stream()
                .flatMap(child -> child.getAllElements().stream())
                .flatMap(XssCorpusTest::offences)
                .toList();
    }

    private static Stream<String> offences(Element element) {
        if (!ELEMENTS.contains(element.normalName())) {
            return Stream.of("<" + element.normalName() + ">");
        }
        return element.attributes().asList().stream()
                .filter(a -> !ATTRIBUTES
                        .getOrDefault(a.getKey(), Pattern.compile("(?!)"))
                        .matcher(a.getValue())
                        .matches())
                .map(a -> element.normalName() + " " + a);
    }
}
