package askme.review;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review queue, reports, the log and the search of members are ranges of their indexes, however long they are. */
@QuarkusTest
@TestProfile(FilledSite.class)
class ReviewQueriesTest {

    /** A row of a list reads the row, its post and members; the server counts a few reads for each. */
    private static final int READS_A_ROW = 16;

    private static final String TOP = "9223372036854775807";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    /** An item that waits and one that is decided for each of many answers, with a report and an entry of the log, of few members. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        if (database.of("SELECT COUNT(*) FROM review_item WHERE author_id = 2") > 0) {
            return;
        }
        database.change("UPDATE member SET moderator = 1 WHERE id BETWEEN 10 AND 200");
        database.change(
                "INSERT IGNORE INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                        + " SELECT 'answer', id, question_id, 2, answered_at FROM answer WHERE hidden = 0 ORDER BY id LIMIT 600");
        database.change(
                "INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at, outcome, upheld, decided, decided_by)"
                        + " SELECT 'answer', id, question_id, 2, answered_at, 'deleted', 1, 1000000 + id, 1 FROM answer ORDER BY id LIMIT 600");
        database.change("INSERT IGNORE INTO report (item_id, post_kind, post_id, reporter_id, reason, reported_at)"
                + " SELECT id, post_kind, post_id, 1, 'spam', opened_at FROM review_item");
        database.change(
                "INSERT INTO moderation_log (acted_at, actor_id, act, target_kind, target_id, member_id)"
                        + " SELECT opened_at, 1, IF(MOD(id, 2) = 0, 'delete', 'dismiss'), post_kind, post_id, author_id FROM review_item");
    }

    @Test
    void pagesOfTheQueueAreRanges() {
        for (String ids : new String[] {QueueQueries.WAITING, QueueQueries.DECIDED}) {
            expectPage(QueueQueries.CARDS.formatted(ids), QueueQueries.PAGE_SIZE + 1, Map.of());
        }
        QueryCosts.Cost reports = costs.of(QueueQueries.REPORTS.replace(":items", "1, 2, 3, 4, 5"), Map.of());
        assertThat(reports.fullScans()).isEmpty();
        assertThat(reports.read()).isLessThanOrEqualTo(40);
        QueryCosts.Cost against = costs.of(QueueQueries.AGAINST.replace("?", "2"), Map.of());
        assertThat(against.fullScans()).isEmpty();
        assertThat(against.read()).isLessThanOrEqualTo(QueueQueries.MOST_DECISIONS * 3L);
    }

    @Test
    void pagesOfTheLogAreRanges() {
        for (String ids :
                new String[] {LogQueries.ALL, LogQueries.OF_MEMBER, LogQueries.OF_ACT, LogQueries.OF_MEMBER_AND_ACT}) {
            String sql = LogQueries.ENTRIES.formatted(ids).replace(":act", "'delete'");
            expectPage(sql, LogQueries.PAGE_SIZE + 1, Map.of("member", 2));
        }
    }

    @Test
    void ownReportsAreRange() {
        expectPage(Reports.OF_REPORTER, Reports.PAGE_SIZE + 1, Map.of("reporter", 1));
    }

    @Test
    void postsAndItemsAreRowsByTheirKeys() {
        for (String sql : new String[] {ReviewablePosts.QUESTION, ReviewablePosts.ANSWER, ReviewablePosts.COMMENT}) {
            QueryCosts.Cost cost = costs.of(sql, Map.of("id", 7));
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(READS_A_ROW);
        }
        for (String sql : new String[] {
            SweepJob.QUESTIONS.replace("author_id = ?", "author_id = 2").replace("id > ?", "id > 0"),
            SweepJob.ANSWERS.replace("author_id = ?", "author_id = 2").replace("id > ?", "id > 0"),
            SweepJob.COMMENTS.replace("author_id = ?", "author_id = 2").replace("id > ?", "id > 0"),
            UnsweepJob.SWEPT.replace("?", "1"),
            UnsweepJob.COMMENTS.replace("?", "1")
        }) {
            QueryCosts.Cost cost = costs.of(sql, Map.of());
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(SweepJob.BATCH * 3L);
        }
    }

    private void expectPage(String sql, int size, Map<String, Object> more) {
        for (String before : new String[] {TOP, "(SELECT 1500000)"}) {
            Map<String, Object> values = new HashMap<>(more);
            values.put("size", size);
            QueryCosts.Cost cost = costs.of(sql.replace(":before", before), values);
            assertThat(cost.fullScans()).as(sql).isEmpty();
            assertThat(cost.read()).as(sql).isLessThanOrEqualTo((long) size * READS_A_ROW);
        }
    }
}
