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

/** A page of answers is a range of one index, also for a question with more than a thousand answers. */
@QuarkusTest
@TestProfile(FilledSite.class)
class AnswerQueriesTest {

    private static final int SIZE = AnswerQueries.PAGE_SIZE;
    private static final long PAGE_READS = 8L * SIZE;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long question;
    private long answers;

    @BeforeEach
    void findQuestionWithMostAnswers() throws SQLException {
        filled.once();
        question = database.of("SELECT id FROM question ORDER BY answer_count DESC LIMIT 1");
        answers = database.of("SELECT answer_count FROM question WHERE id = ?", question);
        assertThat(answers).isGreaterThan(1200);
    }

    @Test
    void pageReadsItsRowsAndEarlierIndexEntries() {
        assertBounded(costs.of(AnswerQueries.PAGE, at(0)), PAGE_READS);
        assertBounded(costs.of(AnswerQueries.PAGE, at(39 * SIZE)), PAGE_READS + 39 * SIZE);
        assertBounded(costs.of(AnswerQueries.PAGE_FROM_END, at(0)), PAGE_READS);
        assertBounded(costs.of(AnswerQueries.NEWER, at(0)), PAGE_READS);
        assertBounded(costs.of(AnswerQueries.NEWEST, at(19 * SIZE)), PAGE_READS + 19 * SIZE);
        assertBounded(costs.of(AnswerQueries.OLDEST, at(19 * SIZE)), PAGE_READS + 19 * SIZE);
        assertBounded(costs.of(AnswerQueries.OF_MEMBER, at(0)), PAGE_READS);
    }

    @Test
    void pageOfAnAnswerIsFoundInTheIndexOnly() {
        QueryCosts.Cost cost = costs.of(AnswerQueries.BEFORE, at(0));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(answers + 2);
        assertThat(cost.plan()).allMatch(step -> step.extra().contains("Using index"));
    }

    @Test
    @Tag("one-process") // it has a separate database, which the other process does not read
    void pageFortyEqualsThePageByOffset() {
        List<Long> shown = Visitor.guest()
                .get("/question/" + question + "/?page=40")
                .page()
                .select("#answers > [data-answer-id]")
                .eachAttr("data-answer-id")
                .stream()
                .map(Long::valueOf)
                .toList();
        assertThat(shown).hasSize(SIZE).isEqualTo(database.all("""
                SELECT id FROM answer WHERE question_id = %d
                ORDER BY accepted DESC, rating DESC, answered_at, id LIMIT 30 OFFSET 1170""".formatted(question)));
    }

    private static void assertBounded(QueryCosts.Cost cost, long most) {
        assertThat(cost.returned()).isEqualTo(SIZE);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(most);
        // A sort of texts needs a temporary table on the disk, and reading must work when the disk is full.
        assertThat(cost.sorted()).isZero();
    }

    private Map<String, Object> at(int skip) {
        return Map.ofEntries(
                Map.entry("question", question),
                Map.entry("author", 1),
                Map.entry("reader", 1),
                Map.entry("size", SIZE),
                Map.entry("skip", skip),
                Map.entry("after", 0),
                Map.entry("before", Long.MAX_VALUE),
                Map.entry("accepted", 0),
                Map.entry("rating", 0),
                Map.entry("at", "2026-01-01 00:00:00"),
                Map.entry("id", 1));
    }
}
