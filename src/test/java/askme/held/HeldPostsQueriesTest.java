package askme.held;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Held posts are read by ranges of their indexes. */
@QuarkusTest
@TestProfile(FilledSite.class)
class HeldPostsQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    /** Several hundred held posts of a few members. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        if (database.of("SELECT COUNT(*) FROM held_post") < 900) {
            database.change("INSERT INTO held_post (kind, question_id, author_id, body, held_at, state, decided_at)"
                    + " SELECT 'answer', question_id, 1 + MOD(id, 3), 'Words', answered_at, IF(MOD(id, 2) = 0, 'refused', 'published'), answered_at"
                    + " FROM answer ORDER BY id LIMIT 900");
        }
    }

    @Test
    void listsAreRanges() {
        expectRange(HeldPosts.OF_AUTHOR, Map.of("author", 2), 50);
        expectRange(HeldPostPurge.OLD.replace(":state", "'refused'"), Map.of("before", "2100-01-01"), 100);
    }

    @Test
    void postsAreFoundByTheirPlaceOrText() {
        database.change("UPDATE held_post SET state = 'waiting' WHERE author_id = 3 AND state = 'refused'");
        long question = database.of("SELECT MIN(question_id) FROM held_post WHERE author_id = 3 AND state = 'waiting'");
        Map<String, Object> same = Map.of("author", 3, "question", question, "answer", 0);
        String sql = HeldPosts.SAME
                .replace(":kind", "'answer'")
                .replace(":title", "''")
                .replace(":tags", "''")
                .replace(":body", "'Words'");
        expectFew(sql, same);
        expectFew(HeldPosts.OF_POST.replace(":kind", "'answer'"), Map.of("post", 5));
        expectFew(HeldAtQuestions.ALL, Map.of("question", question, "reader", 1));
        expectFew(HeldAtQuestions.OF_READER, Map.of("question", question, "reader", 3));
    }

    private void expectFew(String sql, Map<String, Object> values) {
        QueryCosts.Cost cost = costs.of(sql, values);
        assertThat(cost.fullScans()).as(sql).isEmpty();
        assertThat(cost.read()).as(sql).isLessThanOrEqualTo(60);
    }

    private void expectRange(String sql, Map<String, Object> values, int rows) {
        QueryCosts.Cost cost = costs.of(sql, values);
        assertThat(cost.fullScans()).as(sql).isEmpty();
        assertThat(cost.returned()).as(sql).isEqualTo(rows);
        assertThat(cost.read()).as(sql).isLessThanOrEqualTo(rows * 3L);
    }
}
