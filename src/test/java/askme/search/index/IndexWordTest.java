package askme.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexWordTest {

    @Test
    void wordIsAsciiOfThreeToEightyFourCharacters() {
        for (String term : new String[] {
            "a", "c++", "c#", "v1.2.3", "слово", "检", "检索", "ข้อ", "𝒳😀", "x".repeat(200), "ж".repeat(200)
        }) {
            assertThat(IndexWord.of("t0a", term))
                    .as(term)
                    .matches("t0a[a-z0-9_]+")
                    .hasSizeBetween(4, 84);
        }
    }

    @Test
    void differentTermsGiveDifferentWords() {
        Set<String> words = new HashSet<>();
        String[] terms = {
            "c", "c+", "c++", "c#", "v123", "v1.23", "v12.3", "слово", "словo", "мой", "мои", "检索", "索检", "检", "a检",
            "检a"
        };
        for (String term : terms) {
            words.add(IndexWord.of("t00", term));
        }
        assertThat(words).hasSize(terms.length);
    }

    @Test
    void beginningOfATermGivesTheBeginningOfItsWord() {
        for (String term : new String[] {"javascript", "c++11", "сортировка", "检索引", "ข้อมูล", "abcабв"}) {
            String whole = IndexWord.of("t00", term);
            for (int end = 1; end <= term.length(); end++) {
                assertThat(whole).startsWith(IndexWord.of("t00", term.substring(0, end)));
            }
        }
    }
}
