package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import askme.search.index.Field;
import askme.search.index.WordShares;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    private static String against(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        return query.index()
                .in(Field.TITLE, query.index().prefixable(), WordShares.UNKNOWN)
                .against(List.of(0))
                .replace("t00", "");
    }

    @Test
    void allWordsAreRequiredAndLastIsAPrefix() {
        assertThat(against("java stream sort")).isEqualTo("+java +stream +sort*");
        assertThat(against("Java")).isEqualTo("+java*");
        assertThat(SearchQuery.of("  Как   сортировать СПИСОК ").index().terms())
                .hasSize(2);
    }

    @Test
    void shortWordsAreWholeWords() {
        assertThat(against("C")).isEqualTo("+c");
        assertThat(against("IO UI")).isEqualTo("+io +ui");
        assertThat(against("sort R")).isEqualTo("+sort +r");
        assertThat(against("o'reilly")).isEqualTo("+(oreilly* (+o +reilly*))");
    }

    @Test
    void namesAreSearchedWholeAndInParts() {
        assertThat(against("foo-bar")).isEqualTo("+(foobar* (+foo +bar*))");
        assertThat(against("user@example.com")).isEqualTo("+user +(examplecom* (+example +com*))");
        assertThat(against("+++ *** (()) ~ < > @")).isEmpty();
        assertThat(against("java* sort+")).isEqualTo("+java +sort*");
    }

    @Test
    void commonWordsAreLeftOutAndReported() {
        assertThat(against("how to sort the list")).isEqualTo("+sort +list*");
        assertThat(SearchQuery.of("how to sort the list").ignored()).containsExactly("how", "to", "the");
        assertThat(against("sort a")).isEqualTo("+sort*");
        assertThat(SearchQuery.of("sort list").ignored()).isEmpty();
    }

    @Test
    void commonWordsAreKeptIfNoOtherWordRemains() {
        assertThat(SearchQuery.of("почему").index().terms()).hasSize(1);
        assertThat(SearchQuery.of("почему не работает").index().terms()).hasSize(1);
        assertThat(against("can you")).isEqualTo("+can +you*");
        assertThat(against("what is")).isEqualTo("+what +is");
    }

    @Test
    void wordWithSignsIsAWord() {
        for (String typed : List.of("c#", "c++", "f#")) {
            assertThat(SearchQuery.of(typed).index().terms()).as(typed).hasSize(1);
            assertThat(SearchQuery.of(typed).lastWord()).isEqualTo(typed);
            assertThat(SearchQuery.of(typed).tagNamed()).hasValue(typed);
        }
        assertThat(against(".net")).isEqualTo("+net*");
        assertThat(SearchQuery.of(".net").tagNamed()).hasValue(".net");
        assertThat(SearchQuery.of("go").tagNamed()).hasValue("go");
        assertThat(SearchQuery.of("java").tagNamed()).isEmpty();
        assertThat(SearchQuery.of("c# list").tagNamed()).isEmpty();
    }

    @Test
    void phrasesAreSearchedInTheIndex() {
        assertThat(against("\"out of memory\" heap")).isEqualTo("+heap* +\"out t00of t00memory\"".replace("t00", ""));
        assertThat(against("\"unbalanced phrase")).isEqualTo("+\"unbalanced phrase\"");
        assertThat(against("\"a b\"")).isEqualTo("+\"a b\"");
        assertThat(against("\"\" x")).isEqualTo("+x");
        assertThat(against("\"my.dotted.key\"")).isEqualTo("+\"my dotted key\"");
    }

    @Test
    void leadingMinusExcludes() {
        assertThat(against("python -django -\"rest framework\"")).isEqualTo("+python* -django -\"rest framework\"");
        assertThat(against("python -the -ab -")).isEqualTo("+python* -the -ab");
        assertThat(against("python -kebab-case")).isEqualTo("+python* -\"kebab case\"");
        assertThat(SearchQuery.of("-django").indexed()).isFalse();
    }

    @Test
    void tagsMemberAndStateAreFilters() {
        SearchQuery query = SearchQuery.of("[C++] [linux] user:anna is:unanswered leak");
        assertThat(query.tags()).containsExactly("c++", "linux");
        assertThat(query.user()).isEqualTo("anna");
        assertThat(query.answered()).isFalse();
        assertThat(query.lastWord()).isEqualTo("leak");
        assertThat(SearchQuery.of("is:answered").answered()).isTrue();
        assertThat(SearchQuery.of("is:answered").filtered()).isTrue();
    }

    @Test
    void incompleteOperatorIsText() {
        assertThat(against("is:something else")).isEqualTo("+something +else*");
        assertThat(against("array[index]")).isEqualTo("+array +index*");
        assertThat(SearchQuery.of("array[index]").tags()).isEmpty();
        assertThat(against("std::vector")).isEqualTo("+(stdvector* (+std +vector*))");
        assertThat(SearchQuery.of("[]").blank()).isFalse();
    }

    @Test
    void lengthAndNumberOfTermsAreLimited() {
        String article = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod ".repeat(50);
        SearchQuery query = SearchQuery.of(article);
        assertThat(query.index().terms()).hasSizeLessThanOrEqualTo(SearchQuery.MOST_TERMS);
        assertThat(query.ignored()).isNotEmpty();
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
        assertThat(SearchQuery.words("Why does user:x -y [java] \"fail\"?")
                        .index()
                        .anyOf(Field.TITLE, List.of(0)))
                .isEqualTo("t00user t00x t00y t00java t00fail");
    }

    @Test
    void oldIndexesKnowOnlyLongWords() {
        assertThat(OldIndexWords.against(SearchQuery.of("how to sort C lists"))).isEqualTo("+sort +lists*");
        assertThat(OldIndexWords.against(SearchQuery.of("\"out of memory\" heap -disk")))
                .isEqualTo("+heap* +\"out of memory\" -disk");
        assertThat(OldIndexWords.against(SearchQuery.of("C"))).isEmpty();
        assertThat(OldIndexWords.unindexed("the C sort")).containsExactly("the", "c");
    }
}
