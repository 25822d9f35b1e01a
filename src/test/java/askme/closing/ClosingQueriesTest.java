package askme.closing;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queries of closing do not read more rows when the site has more questions. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // it has a separate database, which the other process does not read
class ClosingQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @Test
    void statesAreFoundByKeys() throws SQLException {
        filled.once();
        long duplicate = database.of("SELECT MIN(question_id) FROM closed_question WHERE reason = 'duplicate'");
        assertThat(duplicate).as("fill-db closes questions").isPositive();
        assertThat(database.of("SELECT closed FROM question WHERE id = ?", duplicate))
                .isEqualTo(2);
        expect(ClosingQueries.STATE, Map.of("id", duplicate), 1 + 3 + 2 * 4);
        expect(Duplicates.STEP, Map.of("id", duplicate), 3);
        expect(ClosingQueries.LOCK_OF_ANSWER, Map.of("id", 7), 2);
        expect(CloseVotes.READ, Map.of("id", duplicate, "act", "close", "since", "2000-01-01"), 2 * 4);
        expect(Merges.COMMENTS_OF_ANSWERS, Map.of("id", duplicate), 1 + comments(duplicate));
        expect(Duplicates.SIMILAR, Map.of("id", 7, "reader", 0, "size", 20), 30);
    }

    private long comments(long question) {
        return database.of("SELECT COUNT(*) FROM comment WHERE question_id = ?", question);
    }

    private void expect(String sql, Map<String, Object> parameters, long most) {
        QueryCosts.Cost cost = costs.of(sql, parameters);
        assertThat(cost.fullScans()).as(sql).isEmpty();
        assertThat(cost.read()).as(sql).isLessThanOrEqualTo(most);
    }
}
