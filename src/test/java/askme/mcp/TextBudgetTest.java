package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A page of texts ends before it is too long, and always goes on. */
class TextBudgetTest {

    @Test
    void pageEndsBeforeTheTextThatIsTooMuch() {
        assertThat(fitting(List.of("aaa", "bb", "c"), 6)).containsExactly("aaa", "bb", "c");
        assertThat(fitting(List.of("aaa", "bb", "c"), 5)).containsExactly("aaa", "bb");
        assertThat(fitting(List.of("aaa", "bb", "c"), 4)).containsExactly("aaa");
        assertThat(fitting(List.of(), 4)).isEmpty();
    }

    @Test
    void oneTextIsAlwaysOnThePage() {
        assertThat(fitting(List.of("aaaaaa", "b"), 2)).containsExactly("aaaaaa");
    }

    private static List<String> fitting(List<String> texts, int budget) {
        return TextBudget.fitting(texts, String::length, budget);
    }
}
