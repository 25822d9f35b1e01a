package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a million notifications, most of them of one member, each statement reads as many rows as with a few. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("full")
@Tag("databases")
class LongInboxTest {

    private static final int ROWS = 1_000_000;
    private static final int A_PIECE = 50_000;
    private static final int UNREAD = 600;
    private static final int MEMBER = 3;
    private static final int PAGE = NotificationQueries.PAGE_SIZE + 1;

    /** A row of the list reads the row, its question and members; the server counts a few reads for each. */
    private static final int READS_A_ROW = 14;

    private static final String DIGIT = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /** Nine of ten are the member's. The first are unread, and a group of up to four causes is one row. */
    private static final String PIECE = "INSERT IGNORE INTO notification"
            + " (member_id, seen, kind, question_id, causes, cause, actor_id, happened_at)"
            + " SELECT IF(MOD(n, 10) = 9, 100 + MOD(n, 100), " + MEMBER + "), IF(n < " + UNREAD + ", 0, n + 1),"
            + " ELT(1 + MOD(n, 3), 'answer', 'comment', 'tag'), 1 + MOD(n, 900), 1 + MOD(n, 4), CONCAT('answer:', 1 + n), 2,"
            + " '2026-01-01' + INTERVAL n SECOND FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM "
            + String.join(
                    ", ",
                    DIGIT + " a",
                    DIGIT + " b",
                    DIGIT + " c",
                    DIGIT + " e",
                    "(SELECT 0 AS d UNION ALL SELECT 1"
                            + " UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) f")
            + ") numbers";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long before;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        before = database.of("SELECT COALESCE(MAX(id), 0) FROM notification");
        for (int from = 0; from < ROWS; from += A_PIECE) {
            database.change(PIECE, from);
        }
    }

    /** Other tests read this database too. */
    @AfterEach
    void remove() {
        int removed;
        do {
            removed = database.change("DELETE FROM notification WHERE id > ? ORDER BY id LIMIT " + A_PIECE, before);
        } while (removed > 0);
    }

    @Test
    void statementsReadAsManyRowsAsOfAShortInbox() {
        assertThat(database.of("SELECT COUNT(*) FROM notification WHERE member_id = " + MEMBER))
                .isGreaterThan(ROWS * 8 / 10);
        for (int member : new int[] {MEMBER, 119}) {
            for (String at : new String[] {"'9999-01-01'", "'2026-01-05'", "'2026-01-02'"}) {
                QueryCosts.Cost page = page(member, at);
                assertThat(page.returned()).isEqualTo(PAGE);
                assertThat(page.fullScans()).isEmpty();
                assertThat(page.read()).as("%d %s %s", member, at, page).isLessThanOrEqualTo((long) PAGE * READS_A_ROW);
            }
            Map<String, Object> reader = Map.of("member", member);
            assertThat(costs.of(Inbox.UNREAD, reader).read()).isLessThanOrEqualTo(2);
        }
        assertGroupsAreFoundByTheirKey();
        assertMarkingReadsOnlyUnreadRows();
    }

    private QueryCosts.Cost page(int member, String at) {
        String sql =
                NotificationQueries.CARDS.formatted(NotificationQueries.PAGE).replace(":at", at);
        return costs.of(sql, Map.of("member", member, "before", Long.MAX_VALUE, "size", PAGE));
    }

    /** A further answer to a question finds the unread row that it joins. */
    private void assertGroupsAreFoundByTheirKey() {
        String sql = Notifier.ADDED
                .formatted(MEMBER + ", 119, 120")
                .replaceFirst("kind = \\?", "kind = 'answer'")
                .replaceFirst("question_id = \\?", "question_id = 4")
                .replaceFirst("answer_id = \\?", "answer_id = 0");
        QueryCosts.Cost cost = costs.of(sql, Map.of());
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).as("%s", cost).isLessThanOrEqualTo(8);
    }

    /** The rows that {@link InboxChanges#READ_SOME} changes. */
    private void assertMarkingReadsOnlyUnreadRows() {
        String sql = "SELECT id FROM notification WHERE member_id = " + MEMBER + " AND seen = 0 LIMIT 500";
        QueryCosts.Cost cost = costs.of(sql, Map.of());
        assertThat(cost.returned()).isEqualTo(500);
        assertThat(cost.read()).as("%s", cost).isLessThanOrEqualTo(501);
        assertThat(cost.fullScans()).isEmpty();
    }
}
