package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RenderedDifferenceTest {

    @Test
    void changedWordsAreMarkedInTheirBlock() {
        RenderedDifference difference = of("Same.\n\nThe *quick* fox", "Same.\n\nThe *slow* fox");
        assertThat(difference.blocks()).hasSize(2);
        assertThat(difference.blocks().get(0).changed()).isFalse();
        assertThat(difference.blocks().get(1).before().getValue())
                .contains("The <em><del class=\"removed\">quick</del></em> fox");
        assertThat(difference.blocks().get(1).after().getValue())
                .contains("The <em><ins class=\"added\">slow</ins></em> fox");
    }

    @Test
    void changeOfTheMarkupAloneMarksNoWord() {
        RenderedDifference difference = of("The quick fox", "The **quick** fox");
        assertThat(difference.blocks()).hasSize(1).allMatch(RenderedDifference.Part::changed);
        assertThat(difference.blocks().get(0).after().getValue()).contains("<strong>quick</strong>");
    }

    @Test
    void itemsOfAListStayItsChildren() {
        String after = html(of("- one\n- two", "- one\n- two\n- three"), RenderedDifference.Part::after);
        assertThat(Jsoup.parseBodyFragment(after).select("ul > *").eachText()).containsExactly("one", "two", "three");
        assertThat(Jsoup.parseBodyFragment(after).select("ul > li > ins").eachText())
                .containsExactly("three");
    }

    @Test
    void entitiesStayWhole() {
        String after = html(of("a &lt; b", "a &amp; b"), RenderedDifference.Part::after);
        assertThat(after).contains("<ins class=\"added\">&amp;</ins>");
    }

    /** The corpus of attacks: each text without the marks is exactly its cleaned HTML. */
    @Test
    void marksChangeNothingElse() throws IOException {
        List<String> texts = new java.util.ArrayList<>(List.of(
                "# A\n\n> b\n\n| a | b |\n|---|---|\n| 1 | 2 |",
                "```java\nint a;\n```\n\n1. x\n   - y",
                "a[^1]\n\n[^1]: note"));
        texts.addAll(Files.readAllLines(Path.of("src/test/resources/askme/markdown/xss.txt")));
        for (int i = 0; i + 1 < texts.size(); i++) {
            RenderedDifference difference = of(texts.get(i), texts.get(i + 1));
            String after = html(difference, RenderedDifference.Part::after);
            assertThat(after.replace("<ins class=\"added\">", "").replace("</ins>", ""))
                    .isEqualTo(Markdown.render(texts.get(i + 1))
                            .raw("r1-after")
                            .getValue()
                            .replace("</ins>", ""));
            String before = html(difference, RenderedDifference.Part::before);
            assertThat(Jsoup.parseBodyFragment(before).text())
                    .isEqualTo(Jsoup.parseBodyFragment(
                                    Markdown.render(texts.get(i)).html())
                            .text());
        }
    }

    private static RenderedDifference of(String before, String after) {
        return RenderedDifference.of(before, after, "r1");
    }

    private static String html(
            RenderedDifference difference, Function<RenderedDifference.Part, io.quarkus.qute.RawString> side) {
        return difference.blocks().stream()
                .map(part -> side.apply(part).getValue())
                .collect(Collectors.joining());
    }
}
