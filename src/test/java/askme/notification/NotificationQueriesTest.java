package askme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.follow.FollowSql;
import askme.follow.Follows;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox, the lists of what a member follows, and the pieces of an audience are ranges of their indexes, however long they are. */
@QuarkusTest
@TestProfile(FilledSite.class)
class NotificationQueriesTest {

    private static final int MOST = NotificationQueries.PAGE_SIZE + 1;

    /** A row of a list reads the row, its question and members; the server counts a few reads for each. */
    private static final int READS_A_ROW = 14;

    private static final String TOP = "'9999-01-01'";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    /** One member has a notification about each question, follows all of them, and saved all of them. All members follow one tag. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        if (database.of("SELECT COUNT(*) FROM saved_question WHERE member_id = 2") > 0) {
            return;
        }
        database.change("INSERT IGNORE INTO notification (member_id, kind, question_id, cause, actor_id, happened_at)"
                + " SELECT 2, 'tag', id, CONCAT('question:', id), author_id, asked_at FROM question");
        database.change("INSERT INTO saved_question (member_id, question_id, note, saved_at)"
                + " SELECT 2, id, 'A note', asked_at FROM question");
        database.change("INSERT IGNORE INTO question_follow (question_id, member_id, following, changed_at)"
                + " SELECT id, 2, 1, asked_at FROM question");
        database.change("INSERT IGNORE INTO question_follow (question_id, member_id, following, changed_at)"
                + " SELECT 8, id, 1, joined_at FROM member");
        database.change(
                "INSERT IGNORE INTO tag_follow (tag_id, member_id, followed_at) SELECT 1, id, joined_at FROM member");
        database.change(
                "INSERT IGNORE INTO member_follow (followed_id, member_id, followed_at) SELECT 1, id, joined_at FROM member");
        database.change(
                "INSERT IGNORE INTO tag_follow (tag_id, member_id, followed_at) SELECT id, 2, '2026-01-01' FROM tag");
        database.change(
                "INSERT IGNORE INTO member_follow (followed_id, member_id, followed_at) SELECT id, 2, '2026-01-01' FROM member");
    }

    private QueryCosts.Cost cost(String sql, Object... values) {
        String text = sql;
        Map<String, Object> named = new HashMap<>();
        for (Object value : values) {
            String name = "v" + (char) ('a' + named.size());
            text = text.replaceFirst("\\?", ":" + name);
            named.put(name, value);
        }
        return costs.of(text, named);
    }

    @Test
    void listsAreRangesOfTheirIndexes() {
        Map<String, String> lists = new LinkedHashMap<>(FollowSql.LISTS);
        lists.put("inbox", NotificationQueries.CARDS.formatted(NotificationQueries.PAGE));
        lists.forEach((name, sql) -> {
            for (String at : new String[] {TOP, "'2026-01-01'"}) {
                QueryCosts.Cost cost =
                        costs.of(sql.replace(":at", at), Map.of("member", 2, "before", Long.MAX_VALUE, "size", MOST));
                assertThat(cost.fullScans()).as(name).isEmpty();
                assertThat(cost.read()).as("%s %s", name, cost).isLessThanOrEqualTo((long) MOST * READS_A_ROW);
            }
        });
    }

    @Test
    void stateOfAQuestionIsOneRowAndItsFollowers() {
        QueryCosts.Cost cost = costs.of(FollowSql.QUESTION, Map.of("id", 8, "reader", 2));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2L * Follows.MOST_COUNTED + 20);
        assertThat(costs.of(FollowSql.QUESTION, Map.of("id", 8, "reader", 0)).read())
                .isLessThanOrEqualTo(12);
        assertThat(costs.of(Inbox.UNREAD, Map.of("member", 2)).read()).isLessThanOrEqualTo(2);
    }

    @Test
    void pieceOfAnAudienceIsARange() {
        int most = 50;
        assertThat(cost(Audience.QUESTION, 8, 10, 900_000, most).read()).isLessThanOrEqualTo(most + 1L);
        assertThat(cost(Audience.TAG, 1, 10, 900_000, most).read()).isLessThanOrEqualTo(most + 1L);
        assertThat(cost(Audience.MEMBER, 1, 10, 900_000, most).read()).isLessThanOrEqualTo(most + 1L);
        assertThat(cost(Audience.COMMENTERS, 7, "x", 0, 900_000, most).fullScans())
                .isEmpty();
        assertThat(cost(Audience.TAGS, 7).read()).isLessThanOrEqualTo(6);
    }

    @Test
    void changesReadOnlyTheirRows() {
        for (String sql : new String[] {ToldPosts.QUESTION, ToldPosts.ANSWER, ToldPosts.COMMENT}) {
            QueryCosts.Cost cost = cost(sql, 7);
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(6);
        }
        assertThat(cost(Notifier.TOLD.formatted("2, 3"), "question:7").read()).isLessThanOrEqualTo(4);
        assertThat(cost(Notifier.ADDED.formatted("2, 3"), "tag", 7, 0).read()).isLessThanOrEqualTo(6);
        assertThat(cost(Withdrawal.OF_CAUSE, "answer:7").fullScans()).isEmpty();
        assertThat(cost(Withdrawal.OF_QUESTION, 7).fullScans()).isEmpty();
        assertThat(cost(Withdrawal.OF_ANSWER, 7, 9).read()).isLessThanOrEqualTo(4);
        assertThat(cost(NotificationSweep.OLD, "2001-01-01").read()).isLessThanOrEqualTo(2);
        assertThat(cost(NotificationSweep.SURPLUS, 2, 100).read()).isLessThanOrEqualTo(2 * 101L);
        assertThat(cost(ReputationTask.CHANGED, 100, 50).read()).isLessThanOrEqualTo(50L * 10 + 10);
        assertThat(cost(Recipients.OF_TAG.formatted("2, 3, 4"), 7, 1, 1).read()).isLessThanOrEqualTo(20);
    }
}
