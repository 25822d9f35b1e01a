package askme.search.related;

import static org.assertj.core.api.Assertions.assertThat;

import askme.search.related.RelatedRanking.Compared;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RelatedRankingTest {

    private static final Compared QUESTION = question(1, "How do I read a large file in Java?", "java", "io");

    private static Compared question(long id, String title, String... tags) {
        return Compared.of(id, title, List.of(tags), false);
    }

    @Test
    void moreCommonWordsAreBetterThanMoreTags() {
        Compared oneWord = question(2, "Which file is open?", "linux");
        Compared twoTags = question(3, "Why is my stream slow?", "java", "io");
        Compared twoWords = question(4, "Why is a large file slow?", "linux");
        assertThat(RelatedRanking.best(QUESTION, List.of(oneWord, twoTags, twoWords)))
                .containsExactly(4L, 2L, 3L);
    }

    @Test
    void oneCommonTagOrACommonWordOfMostTextsIsNotEnough() {
        assertThat(RelatedRanking.best(QUESTION, List.of(question(2, "How do I sort in Rust?", "io"))))
                .isEmpty();
    }

    @Test
    void questionIsNotRelatedToItselfAndEachIsListedOnce() {
        Compared other = question(2, "A large file", "java");
        assertThat(RelatedRanking.best(QUESTION, List.of(QUESTION, other, other)))
                .containsExactly(2L);
    }

    @Test
    void answeredQuestionComesFirstAmongEquals() {
        Compared open = question(2, "A large file");
        Compared answered = Compared.of(3, "A large file", List.of(), true);
        assertThat(RelatedRanking.best(QUESTION, List.of(open, answered))).containsExactly(3L, 2L);
    }

    @Test
    void wordsAreFoundInTextsWithoutSpaces() {
        Compared question = question(1, "如何在数据库中进行全文检索");
        assertThat(RelatedRanking.best(question, List.of(question(2, "全文检索很慢"), question(3, "天气"))))
                .containsExactly(2L);
    }

    @Test
    void onlyTheBestFewAreKept() {
        List<Compared> many = LongStream.rangeClosed(2, 20)
                .mapToObj(id -> question(id, "A large file"))
                .toList();
        assertThat(RelatedRanking.best(QUESTION, many)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }
}
