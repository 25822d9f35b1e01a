package askme.answer;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page of answers is a range of one index, in a question with more than a thousand of them too. */
@QuarkusTest
@TestProfile(FilledSite.class)
class AnswerQueriesTest {

    private static final int SIZE = AnswerQueries.PAGE_SIZE;
    private static final long A_PAGE = 8L * SIZE;

    @Inject
    Filled filled;

    @Inject
    QueryCosts walks;

    @Inject
    TestDatabase numbers;

    private long question;
    private long answers;

    @BeforeEach
    void findTheMostAnswered() throws SQLException {
        filled.once();
        question = numbers.of("SELECT id FROM question ORDER BY answer_count DESC LIMIT 1");
        answers = numbers.of("SELECT answer_count FROM question WHERE id = ?", question);
        assertThat(answers).isGreaterThan(1200);
    }

    @Test
    void aPageTouchesItsRowsAndTheEntriesBeforeThem() {
        assertShort(walks.of(AnswerQueries.PAGE, at(0)), A_PAGE);
        assertShort(walks.of(AnswerQueries.PAGE, at(39 * SIZE)), A_PAGE + 39 * SIZE);
        assertShort(walks.of(AnswerQueries.PAGE_FROM_END, at(0)), A_PAGE);
        assertShort(walks.of(AnswerQueries.NEWER, at(0)), A_PAGE);
        assertShort(walks.of(AnswerQueries.OF_MEMBER, at(0)), A_PAGE);
    }

    @Test
    void findingAnAnswersPageReadsTheIndexOfItsQuestionAlone() {
        QueryCosts.Cost cost = walks.of(AnswerQueries.BEFORE, at(0));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(answers + 2);
        assertThat(cost.plan()).allMatch(step -> step.extra().contains("Using index"));
    }

    @Test
    @Tag("one-process") // a database of its own, which the other process does not read
    void pageFortyHoldsWhatCountingWouldFind() {
        List<Long> shown = Visitor.guest()
                .get("/question/" + question + "/?page=40")
                .page()
                .select("#answers > [data-answer-id]")
                .eachAttr("data-answer-id")
                .stream()
                .map(Long::valueOf)
                .toList();
        assertThat(shown).hasSize(SIZE).isEqualTo(numbers.all("""
                SELECT id FROM answer WHERE question_id = %d
                ORDER BY accepted DESC, rating DESC, answered_at, id LIMIT 30 OFFSET 1170""".formatted(question)));
    }

    private static void assertShort(QueryCosts.Cost cost, long most) {
        assertThat(cost.returned()).isEqualTo(SIZE);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(most);
        assertThat(cost.sorted()).isLessThanOrEqualTo(2L * SIZE);
    }

    private Map<String, Object> at(int skip) {
        return Map.ofEntries(
                Map.entry("question", question),
                Map.entry("author", 1),
                Map.entry("reader", 1),
                Map.entry("size", SIZE),
                Map.entry("skip", skip),
                Map.entry("after", 0),
                Map.entry("accepted", 0),
                Map.entry("rating", 0),
                Map.entry("at", "2026-01-01 00:00:00"),
                Map.entry("id", 1));
    }
}
