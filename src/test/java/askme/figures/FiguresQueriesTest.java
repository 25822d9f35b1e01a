package askme.figures;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counting a day reads the posts of that day, and the page of administrators reads the stored days only. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // it has a separate database, which the other process does not read
class FiguresQueriesTest {

    /** The answer, its question, and the first entry of an earlier answer. */
    private static final int READS_AN_ANSWER = 4;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase testDatabase;

    @Inject
    FiguresQueries queries;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    private QueryCosts.Cost ofDay(String sql, LocalDate day) {
        String named = sql.replaceFirst("\\?", ":from").replaceFirst("\\?", ":to");
        return costs.of(
                named, Map.of("from", day.toString(), "to", day.plusDays(1).toString()));
    }

    private LocalDate last(String column, String table) {
        return LocalDate.parse(testDatabase
                .texts("SELECT DATE_FORMAT(MAX(" + column + "), '%Y-%m-%d') FROM " + table)
                .get(0));
    }

    @Test
    void dayIsARangeOfAnIndex() {
        LocalDate day = last("answered_at", "answer");
        long answers =
                testDatabase.of("SELECT COUNT(*) FROM answer WHERE hidden = 0 AND answered_at >= ?", day.toString());
        QueryCosts.Cost cost = ofDay(FiguresQueries.ANSWERS, day);
        assertThat(cost.plan()).extracting(QueryCosts.Step::key).containsExactly("answer_visible_recent");
        assertThat(cost.read()).isLessThanOrEqualTo(answers + 1);

        cost = ofDay(FiguresQueries.QUESTIONS, day);
        assertThat(cost.plan()).extracting(QueryCosts.Step::key).containsExactly("question_visible_recent");

        cost = ofDay(FiguresQueries.MEMBERS, day);
        assertThat(cost.plan()).extracting(QueryCosts.Step::key).containsExactly("member_joined");
    }

    @Test
    void firstAnswersReadFewRowsForEachAnswer() {
        LocalDate day = last("answered_at", "answer");
        long answers =
                testDatabase.of("SELECT COUNT(*) FROM answer WHERE hidden = 0 AND answered_at >= ?", day.toString());
        QueryCosts.Cost cost = ofDay(FiguresQueries.FIRST_ANSWERS, day);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(READS_AN_ANSWER * answers + 2);
    }

    @Test
    void storedDayIsExact() throws SQLException {
        LocalDate day = last("answered_at", "answer");
        queries.store(day);
        queries.storeTotals();
        assertThat(queries.stored(day)).first().satisfies(stored -> {
            assertThat(stored.date()).isEqualTo(day);
            assertThat((long) stored.answers())
                    .isEqualTo(testDatabase.of(
                            "SELECT COUNT(*) FROM answer WHERE hidden = 0 AND DATE(answered_at) = ?", day.toString()));
            assertThat(stored.withinHour()).isBetween(0, stored.withinDay());
            assertThat(stored.withinDay()).isBetween(0, stored.firstAnswers());
        });
        assertThat(queries.totals().get("answers-counted"))
                .isEqualTo(testDatabase.of("SELECT COUNT(*) FROM answer WHERE hidden = 0"));
    }
}
