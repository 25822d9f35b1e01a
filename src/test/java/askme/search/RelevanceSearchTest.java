package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import askme.markdown.Highlighter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelevanceSearchTest {

    private static final SearchQueries.Match MELON = new SearchQueries.Match(1, "Dưa ở đâu", 0);
    private static final SearchQueries.Match PINEAPPLE = new SearchQueries.Match(2, "Dứa ở đâu", 0);

    @Test
    void spellingAsTypedComesFirst() {
        assertThat(RelevanceSearch.literalFirst(List.of(MELON, PINEAPPLE), "dứa"))
                .containsExactly(PINEAPPLE, MELON);
        assertThat(RelevanceSearch.literalFirst(List.of(MELON, PINEAPPLE), "dua"))
                .containsExactly(MELON, PINEAPPLE);
    }

    @Test
    void moreOfTheWordsInTheTitleComeFirst() {
        Highlighter marks = new Highlighter(Set.of("o", "dau"), "", List.of());
        SearchQueries.Match other = new SearchQueries.Match(3, "Ở nhà", 0);
        assertThat(RelevanceSearch.titlesFirst(List.of(other, MELON), marks)).containsExactly(MELON, other);
    }
}
