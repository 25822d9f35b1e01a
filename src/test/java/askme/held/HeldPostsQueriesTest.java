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
        if (database.of("SELECT COUNT(*) FROM held_post") == 0) {
            database.change("INSERT INTO held_post (kind, question_id, author_id, body, held_at, state, decided_at)"
                    + " SELECT 'answer', question_id, 1 + MOD(id, 3), 'Words', answered_at, IF(MOD(id, 2) = 0, 'refused', 'published'), answered_at"
                    + " FROM answer ORDER BY id LIMIT 900");
        }
    }

    @Test
    void listsAreRanges() {
        expectRange(HeldPosts.OF_AUTHOR, Map.of("author", 2), 50);
        expectRange(HeldPosts.OLD.replace(":state", "'refused'"), Map.of("before", "2100-01-01"), 100);
    }

    private void expectRange(String sql, Map<String, Object> values, int rows) {
        QueryCosts.Cost cost = costs.of(sql, values);
        assertThat(cost.fullScans()).as(sql).isEmpty();
        assertThat(cost.returned()).as(sql).isEqualTo(rows);
        assertThat(cost.read()).as(sql).isLessThanOrEqualTo(rows * 3L);
    }
}
