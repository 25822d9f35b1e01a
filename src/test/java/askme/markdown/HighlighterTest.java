package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    private static final Highlighter MARKS = new Highlighter(Set.of("cafe", "елка"), "jav", List.of());

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
    void runsOfCharactersMatchWithoutSpaces() {
        Highlighter marks = new Highlighter(Set.of("nodejs", "c++"), "", List.of(List.of("数据", "据库"), List.of("京")));
        assertThat(marks.in("如何在数据库中 数据 东京").getValue()).isEqualTo("如何在<mark>数据库</mark>中 数据 东<mark>京</mark>");
        assertThat(marks.in("node.js, C++ or C").getValue()).isEqualTo("<mark>node.js</mark>, <mark>C++</mark> or C");
    }

    @Test
    void combiningMarksStayWithTheirLetter() {
        Highlighter marks = new Highlighter(Set.of("замок", "خوش"), "cafe", List.of());
        assertThat(marks.in("Старый за\u0301мок, cafe\u0301s").getValue())
                .isEqualTo("Старый <mark>за\u0301мок</mark>, <mark>cafe\u0301</mark>s");
    }
}
