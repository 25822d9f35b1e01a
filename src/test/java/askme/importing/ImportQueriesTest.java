package askme.importing;

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
import org.junit.jupiter.api.Test;

/** An old address is found by its key, however many posts were imported. */
@QuarkusTest
@TestProfile(FilledSite.class)
class ImportQueriesTest {

    private static final int MOST_ROWS = 4;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        database.change(
                "INSERT INTO import_source (id, name, member_base, question_base, answer_base, comment_base, begun_at)"
                        + " VALUES (7, 'old', 0, 0, 0, 0, '2026-01-01')");
        database.change(
                "INSERT INTO imported_question (question_id, source_id, old_id) SELECT id, 7, id FROM question");
        database.change("INSERT INTO imported_answer (answer_id, source_id, old_id) SELECT id, 7, id FROM answer");
    }

    @AfterEach
    void remove() {
        database.change("DELETE FROM imported_question");
        database.change("DELETE FROM imported_answer");
        database.change("DELETE FROM import_source");
    }

    @Test
    void oldAddressReadsOneRow() {
        for (String sql : new String[] {LegacyResource.QUESTION, LegacyResource.ANSWER, LegacyResource.OF_ANSWER}) {
            QueryCosts.Cost cost = costs.of(sql, Map.of("old", 33, "name", "old"));
            assertThat(cost.fullScans()).as(sql).isEmpty();
            assertThat(cost.returned()).as(sql).isEqualTo(1);
            assertThat(cost.read()).as(sql).isLessThanOrEqualTo(MOST_ROWS);
        }
    }
}
