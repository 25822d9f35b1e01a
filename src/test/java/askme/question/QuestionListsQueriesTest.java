package askme.question;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.question.listed.ListedSweep;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is paged by key reads the range of one page, wherever it is, and its pages follow each other without a gap. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // it has a separate database, which the other process does not read
class QuestionListsQueriesTest {

    private static final int READ = QuestionLists.READ;

    /** Both ranges of an index, the union, and question, author, vote and views of each row. */
    private static final long PAGE_READS = 13L * READ;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @Inject
    ListedSweep sweep;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void pagesReadOnlyTheirRows(long tag) {
        List<String> lists = new ArrayList<>(List.of(QuestionLists.ACTIVE, QuestionLists.UNANSWERED));
        if (tag > 0) {
            lists.addAll(List.of(QuestionLists.NEWEST_TAGGED, QuestionLists.HOT_TAGGED));
        } else {
            lists.addAll(List.of(QuestionLists.NEWEST, QuestionLists.HOT));
        }
        for (String list : lists) {
            assertBounded(costs.of(list, page(tag, "9999-01-01", Integer.MAX_VALUE, Long.MAX_VALUE)), READ);
        }
    }

    @Test
    void deepPagesReadOnlyTheirRows() {
        String middle = database.texts(
                        "SELECT active_at FROM listed_question WHERE tag_id = 0 ORDER BY active_at LIMIT 1 OFFSET 500")
                .get(0);
        long id = database.of("SELECT question_id FROM listed_question WHERE tag_id = 0 AND active_at = ?", middle);
        assertBounded(costs.of(QuestionLists.ACTIVE, page(0, middle, 0, id)), READ);
        long unanswered = database.of("SELECT question_id FROM listed_question WHERE tag_id = 0 AND good_answers = 0"
                + " ORDER BY question_id LIMIT 1 OFFSET 30");
        assertBounded(costs.of(QuestionLists.UNANSWERED, page(0, middle, 0, unanswered)), READ);
        assertBounded(costs.of(QuestionLists.HOT_TAGGED, page(1, middle, 0, Long.MAX_VALUE)), READ);
    }

    @Test
    void textsOfAFeedAreReadByKey() {
        QueryCosts.Cost cost = costs.of(QuestionQueries.TEXTS.replace(":ids", "1, 2, 3"), Map.of());
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(6);
    }

    @Test
    void comparisonOfABatchReadsOnlyItsPosts() {
        QueryCosts.Cost batch =
                costs.of(ListedSweep.BATCH.replace("< ?", "< 2001").replace("LIMIT ?", "LIMIT 500"), Map.of());
        assertThat(batch.fullScans()).isEmpty();
        assertThat(batch.read()).isLessThanOrEqualTo(1100);
        QueryCosts.Cost stale = costs.of(between(ListedSweep.STALE), Map.of());
        assertThat(stale.fullScans()).isEmpty();
        assertThat(stale.returned()).isZero();
        QueryCosts.Cost orphans = costs.of(between(ListedSweep.ORPHANS), Map.of());
        assertThat(orphans.fullScans()).isEmpty();
        assertThat(orphans.read()).isLessThanOrEqualTo(6000);
    }

    @Test
    void filledSiteIsListedCorrectly() throws SQLException {
        assertThat(database.of("SELECT COUNT(*) FROM listed_question WHERE tag_id = 0"))
                .isEqualTo(database.of("SELECT COUNT(*) FROM question"));
        assertThat(sweep.compare(false)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/active/ | SELECT question_id FROM listed_question WHERE tag_id = 0 ORDER BY active_at DESC, question_id DESC",
                "/unanswered/ | SELECT q.id FROM question q WHERE NOT EXISTS (SELECT a.id FROM answer a"
                        + " WHERE a.question_id = q.id AND (a.rating > 0 OR a.accepted = 1)) ORDER BY q.id DESC",
                "/?tag=java | SELECT t.question_id FROM question_tag t JOIN tag n ON n.id = t.tag_id AND n.name = 'java'"
                        + " ORDER BY t.question_id DESC",
                "/hot/?tag=java | SELECT t.question_id FROM question_tag t JOIN tag n ON n.id = t.tag_id AND n.name = 'java'"
                        + " ORDER BY t.rating DESC, t.question_id DESC",
                "/active/?tag=java | SELECT l.question_id FROM listed_question l JOIN tag n ON n.id = l.tag_id AND n.name = 'java'"
                        + " ORDER BY l.active_at DESC, l.question_id DESC"
            })
    void pagesFollowEachOther(String first, String sql) {
        Visitor guest = Visitor.guest();
        List<Long> shown = new ArrayList<>();
        String path = first;
        for (int page = 0; page < 8 && path != null; page++) {
            guest.get(path);
            assertThat(guest.last().status()).isEqualTo(200);
            shown.addAll(guest.last().page().select(".question-card").eachAttr("id").stream()
                    .map(id -> Long.valueOf(id.substring("question-".length())))
                    .toList());
            Element next = guest.last().page().selectFirst(".paginator [rel=next]");
            path = next == null ? null : next.attr("href");
        }
        assertThat(shown)
                .isEqualTo(database.all(sql + " LIMIT " + 8 * QuestionQueries.PAGE_SIZE))
                .isNotEmpty();
    }

    private static String between(String sql) {
        return sql.replaceFirst(">= \\?", ">= 1001")
                .replaceFirst("< \\?", "< 1501")
                .replace("LIMIT ?", "LIMIT 50");
    }

    private static void assertBounded(QueryCosts.Cost cost, int rows) {
        assertThat(cost.returned()).isEqualTo(rows);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(PAGE_READS);
        assertThat(cost.sorted()).isLessThanOrEqualTo(3L * READ);
    }

    private static Map<String, Object> page(long tag, String at, int value, long before) {
        return Map.of("tag", tag, "at", at, "value", value, "before", before, "size", READ, "reader", 1);
    }
}
