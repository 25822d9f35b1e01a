package askme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void markupAndAddressesAreLeftOut() {
        assertThat(Excerpt.of("# How *to*\n\n- `a < b`\n- [link](https://e.org/) &amp; <kbd>x</kbd>\n\n> q", 240))
                .isEqualTo("How to a < b link & x q");
        assertThat(Excerpt.of("|a|b|\n|-|-|\n|1|2|", 240)).isEqualTo("a b 1 2");
        assertThat(Excerpt.of("```\ncode\nblock\n```\nafter List<String>", 240))
                .isEqualTo("code block after List<String>");
    }

    @Test
    void longTextEndsAtAWord() {
        assertThat(Excerpt.of("one two three four", 12)).isEqualTo("one two…");
        assertThat(Excerpt.of("x".repeat(50), 12)).isEqualTo("x".repeat(11) + "…");
        assertThat(Excerpt.of("раз два три", 8)).isEqualTo("раз два…");
    }

    @Test
    void surrogatePairIsNotCut() {
        assertThat(Excerpt.of("😀".repeat(50), 12)).isEqualTo("😀".repeat(5) + "…");
    }

    @Test
    void emptyAndControlCharactersGiveOneLine() {
        assertThat(Excerpt.of("", 10)).isEmpty();
        assertThat(Excerpt.of("a\u0000b\u0007 \t\n c", 10)).doesNotContain("\n", "\u0007");
    }
}
