package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    private static final Highlighter MARKS = new Highlighter(Set.of("cafe", "елка"), "jav");

    private static String in(String text) {
        return MARKS.in(text).getValue();
    }

    @Test
    void wordsAndPrefixesMatchWithoutCaseAndAccents() {
        assertThat(in("A Café with JAVA")).isEqualTo("A <mark>Café</mark> with <mark>JAV</mark>A");
        assertThat(in("Ёлка, cafes, myjava")).isEqualTo("<mark>Ёлка</mark>, cafes, myjava");
    }

    @Test
    void everythingIsEscaped() {
        assertThat(in("<b> & \"java'")).isEqualTo("&lt;b&gt; &amp; &quot;<mark>jav</mark>a&#39;");
        assertThat(in("<script>java</script>")).doesNotContain("<script").contains("<mark>");
    }

    @Test
    void snippetIsCutAroundFirstMatch() {
        String text = "word ".repeat(100) + "here is java at last " + "tail ".repeat(100);
        String snippet = MARKS.snippet(text, 120);
        assertThat(snippet).startsWith("…word").contains("here is java at last").endsWith("…");
        assertThat(snippet.length()).isLessThanOrEqualTo(121);
        assertThat(MARKS.snippet("java first " + "tail ".repeat(100), 60)).startsWith("java first");
        assertThat(MARKS.snippet("short", 60)).isEqualTo("short");
        assertThat(MARKS.snippet("x".repeat(100) + " java", 60)).contains("java");
    }

    @Test
    void foldingKeepsTheNumberOfCharacters() {
        for (String text : new String[] {"İstanbul", "ﬀ", "ẞß", "Ǆ", "한글", "𝒳y", "é", "й", "ΆΐΏ"}) {
            String folded = Folding.fold(text);
            assertThat(folded.codePointCount(0, folded.length()))
                    .as(text)
                    .isEqualTo(text.codePointCount(0, text.length()));
        }
        assertThat(Folding.fold("Crème ÀÉÎ Йод Ёж")).isEqualTo("creme aei йод еж");
    }
}
