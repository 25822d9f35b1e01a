package askme.question;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing reads a part of an index and the rows of one page, regardless of the page's position. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // it has a separate database, which the other process does not read
class QuestionQueriesTest {

    private static final int SIZE = QuestionQueries.PAGE_SIZE;

    /** The most reads of a page: each row once in the index, then question, author, vote and views, and some more for the sort. */
    private static final long PAGE_READS = 9L * SIZE;

    /** From an anchor at most {@link Anchors#SPACING} entries are skipped, in each of two ranges. */
    private static final long DEEP_PAGE_READS = PAGE_READS + 6L * (Anchors.SPACING + SIZE);

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @Inject
    Anchors anchors;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @Test
    void firstPagesReadOnlyTheirRows() {
        assertBounded(costs.of(QuestionQueries.NEWEST, page(Long.MAX_VALUE, 0, 0)), PAGE_READS);
        assertBounded(costs.of(QuestionQueries.HOT, page(Long.MAX_VALUE, 0, 0)), PAGE_READS);
        assertBounded(costs.of(QuestionQueries.TAGGED, page(Long.MAX_VALUE, 0, 0)), PAGE_READS);
        assertBounded(costs.of(QuestionQueries.OF_MEMBER, page(Long.MAX_VALUE, 0, 0)), PAGE_READS);
    }

    @Test
    void offsetReadsOnlyIndexEntries() {
        assertBounded(costs.of(QuestionQueries.HOT, page(0, 0, Anchors.SHALLOW)), PAGE_READS + Anchors.SHALLOW);
        assertBounded(costs.of(QuestionQueries.NEWEST, page(3000, 0, Anchors.SPACING)), PAGE_READS + Anchors.SPACING);
    }

    @Test
    void deepPageReadsOnlyFromItsAnchor() {
        int rating = (int) database.of("SELECT rating FROM page_anchor WHERE list = 'hot' AND position = 2000");
        long id = database.of("SELECT id FROM page_anchor WHERE list = 'hot' AND position = 2000");
        Map<String, Object> deep = page(id, rating, Anchors.SPACING - 1);
        assertBounded(costs.of(QuestionQueries.HOT_FROM, deep), DEEP_PAGE_READS);
        assertBounded(costs.of(QuestionQueries.TAGGED_FROM, deep), DEEP_PAGE_READS);
    }

    @Test
    void anchorsAndTotalsAreFoundByKey() {
        Map<String, Object> place = Map.of("list", "newest", "position", 1234);
        assertThat(costs.of(Anchors.AFTER, place).read()).isLessThanOrEqualTo(2);
        assertThat(costs.of(Anchors.BEFORE, place).read()).isLessThanOrEqualTo(2);
        assertThat(costs.of(SiteCounter.READ, Map.of()).read()).isLessThanOrEqualTo(2);
    }

    @Test
    void fullScanIsDetected() {
        QueryCosts.Cost scan =
                costs.of("SELECT id, title FROM question WHERE excerpt LIKE '%x' ORDER BY title", Map.of());
        assertThat(scan.fullScans()).isNotEmpty();
        assertThat(scan.read()).isGreaterThan(DEEP_PAGE_READS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 51, 52, 60, 99, 100, 149, 150})
    void newestPagesEqualPagesByOffset(int page) {
        assertThat(shown("/?page=" + page))
                .isEqualTo(ids("SELECT id FROM question ORDER BY id DESC LIMIT 20 OFFSET " + (page - 1) * SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 51, 52, 60, 61, 99, 100, 149, 150})
    void hotPagesEqualPagesByOffset(int page) {
        assertThat(shown("/hot/?page=" + page))
                .isEqualTo(ids(
                        "SELECT id FROM question ORDER BY rating DESC, id DESC LIMIT 20 OFFSET " + (page - 1) * SIZE));
    }

    @ParameterizedTest
    @CsvSource({"java,1", "java,50", "java,51", "java,55", "java,99999", "javascript,1", "javascript,99999"})
    void tagPagesEqualPagesByOffset(String tag, int page) {
        long total = database.of("SELECT question_count FROM tag WHERE name = ?", tag);
        long last = (total + SIZE - 1) / SIZE;
        assertThat(shown("/tag/" + tag + "/?page=" + page))
                .isEqualTo(ids("""
                        SELECT question_id FROM question_tag WHERE tag_id = (SELECT id FROM tag WHERE name = '%s')
                        ORDER BY rating DESC, question_id DESC LIMIT 20 OFFSET %d""".formatted(tag, (Math.min(page, last) - 1) * SIZE)));
    }

    @Test
    void rebuiltAnchorsAreTheSame() {
        long before = database.of("SELECT SUM(CRC32(CONCAT_WS(':', list, position, rating, id))) FROM page_anchor");
        anchors.rebuild();
        assertThat(database.of("SELECT SUM(CRC32(CONCAT_WS(':', list, position, rating, id))) FROM page_anchor"))
                .isEqualTo(before)
                .isNotZero();
    }

    private static void assertBounded(QueryCosts.Cost cost, long most) {
        assertThat(cost.returned()).isEqualTo(SIZE);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(most);
        assertThat(cost.sorted()).isLessThanOrEqualTo(2L * (Anchors.SPACING + SIZE) + SIZE);
    }

    private Map<String, Object> page(long from, int rating, int skip) {
        return Map.of(
                "from",
                from,
                "rating",
                rating,
                "skip",
                skip,
                "size",
                SIZE,
                "depth",
                skip + SIZE,
                "reader",
                1,
                "author",
                1,
                "before",
                Long.MAX_VALUE,
                "tag",
                1);
    }

    private static List<Long> shown(String path) {
        return Visitor.guest().get(path).page().select(".question-card").eachAttr("id").stream()
                .map(id -> Long.valueOf(id.substring("question-".length())))
                .toList();
    }

    private List<Long> ids(String sql) {
        return database.all(sql);
    }
}
