package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    private static String against(String typed) {
        return SearchQuery.of(typed).against();
    }

    @Test
    void allWordsAreRequiredAndLastIsAPrefix() {
        assertThat(against("java stream sort")).isEqualTo("+java +stream +sort*");
        assertThat(against("Java")).isEqualTo("+java*");
        assertThat(against("  Как   сортировать СПИСОК ")).isEqualTo("+сортировать +список*");
    }

    @Test
    void onlyLettersDigitsAndUnderscoreFormWords() {
        assertThat(against("foo-bar")).isEqualTo("+foo +bar*");
        assertThat(against("user@example.com")).isEqualTo("+user +example*");
        assertThat(against("o'reilly")).isEqualTo("+reilly*");
        assertThat(against("snake_case")).isEqualTo("+snake_case*");
        assertThat(against("node.js framework")).isEqualTo("+node +framework*");
        assertThat(against("+++ *** (()) ~ < > @")).isEmpty();
        assertThat(against("java* sort+")).isEqualTo("+java +sort*");
    }

    @Test
    void stopWordsAndShortWordsAreLeftOut() {
        assertThat(against("how to sort the list")).isEqualTo("+sort +list*");
        assertThat(against("what is ab")).isEmpty();
        assertThat(against("sort a")).isEqualTo("+sort*");
        assertThat(against("x".repeat(85))).isEmpty();
    }

    @Test
    void commonWordsAreKeptIfNoOtherWordRemains() {
        assertThat(against("почему")).isEqualTo("+почему*");
        assertThat(against("почему не работает")).isEqualTo("+работает*");
        assertThat(against("can you")).isEqualTo("+can +you*");
    }

    @Test
    void unindexedWordIsKeptAsTyped() {
        for (String typed : List.of("c#", "go", "3d", "c++", ".a")) {
            SearchQuery query = SearchQuery.of(typed);
            assertThat(query.indexed()).as(typed).isFalse();
            assertThat(query.plain()).isEqualTo(typed);
        }
    }

    @Test
    void nameWithASignIsFoundByItsLetters() {
        assertThat(against(".net")).isEqualTo("+net*");
        assertThat(against("c++ vector")).isEqualTo("+vector*");
    }

    @Test
    void phrasesAreSearchedInTheIndex() {
        assertThat(against("\"out of memory\" heap")).isEqualTo("+\"out of memory\" +heap*");
        assertThat(against("\"unbalanced phrase")).isEqualTo("+\"unbalanced phrase\"");
        assertThat(against("\"a b\"")).isEmpty();
        assertThat(against("\"\" x")).isEmpty();
        assertThat(against("\"C++ (templates)\"")).isEqualTo("+\"c templates\"");
    }

    @Test
    void leadingMinusExcludes() {
        assertThat(against("python -django -\"rest framework\"")).isEqualTo("+python* -django -\"rest framework\"");
        assertThat(against("python -the -ab -")).isEqualTo("+python*");
        assertThat(against("-django")).isEmpty();
    }

    @Test
    void tagsMemberAndStateAreFilters() {
        SearchQuery query = SearchQuery.of("[C++] [linux] user:anna is:unanswered leak");
        assertThat(query.tags()).containsExactly("c++", "linux");
        assertThat(query.user()).isEqualTo("anna");
        assertThat(query.answered()).isFalse();
        assertThat(query.against()).isEqualTo("+leak*");
        assertThat(SearchQuery.of("is:answered").answered()).isTrue();
        assertThat(SearchQuery.of("is:answered").filtered()).isTrue();
    }

    @Test
    void incompleteOperatorIsText() {
        assertThat(against("is:something else")).isEqualTo("+something +else*");
        assertThat(against("array[index]")).isEqualTo("+array +index*");
        assertThat(SearchQuery.of("array[index]").tags()).isEmpty();
        assertThat(against("http://example.org")).isEqualTo("+http +example +org*");
        assertThat(SearchQuery.of("[]").blank()).isFalse();
    }

    @Test
    void lengthAndNumberOfTermsAreLimited() {
        String article =
                "word".repeat(1) + " lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod".repeat(50);
        assertThat(against(article).split(" ")).hasSizeLessThanOrEqualTo(SearchQuery.MOST_TERMS);
        assertThat(SearchQuery.of("😀".repeat(80)).plain().length()).isLessThanOrEqualTo(SearchQuery.LONGEST);
        assertThat(SearchQuery.of("x" + "😀".repeat(80)).plain()).endsWith("😀");
    }

    @Test
    void emptyTextIsBlank() {
        assertThat(SearchQuery.of(null).blank()).isTrue();
        assertThat(SearchQuery.of("  \t ").blank()).isTrue();
        assertThat(SearchQuery.of("\"").blank()).isTrue();
    }

    @Test
    void equivalentQueriesShareAKey() {
        assertThat(SearchQuery.of("Café  LIST").key())
                .isEqualTo(SearchQuery.of("cafe list").key());
        assertThat(SearchQuery.of("Ёлка").key())
                .isEqualTo(SearchQuery.of("елка").key());
        assertThat(SearchQuery.of("мой").key())
                .isNotEqualTo(SearchQuery.of("мои").key());
        assertThat(SearchQuery.of("list [java]").key())
                .isNotEqualTo(SearchQuery.of("list").key());
    }

    @Test
    void titleIsReadAsPlainWords() {
        assertThat(SearchQuery.words("Why does user:x -y [java] \"fail\"?").anyWords())
                .isEqualTo("user java fail");
    }
}
