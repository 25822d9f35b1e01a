package askme.suggestion;

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

/** Suggested edits are ranges of their indexes, also if hundreds of them wait. */
@QuarkusTest
@TestProfile(FilledSite.class)
class SuggestionQueriesTest {

    private static final long CROWD = 300;
    private static final int MOST = SuggestionQueries.PAGE_SIZE + 1;

    /** A row of a list reads the suggestion, its question and two members; the server counts a few reads for each. */
    private static final int READS_A_ROW = 8;

    private static final String TOP = "9223372036854775807";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long question;

    /** For each of 300 questions one that waits and one that is decided, all of one proposer and one author. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        question = database.of("SELECT MIN(id) FROM question");
        if (database.of("SELECT COUNT(*) FROM edit_suggestion") < CROWD) {
            for (String state : new String[] {"waiting", "declined"}) {
                database.change(
                        "INSERT INTO edit_suggestion (question_id, author_id, proposer_id, title, tag_names, body, post_version,"
                                + " proposed_at, state, decided_by, decided_at) SELECT id, 1, 2, title, tag_names, 'Better', '0', asked_at, '"
                                + state + "', 1, asked_at FROM question ORDER BY id LIMIT " + CROWD);
            }
            database.change(
                    "INSERT INTO edit_suggestion (question_id, author_id, proposer_id, body, post_version, proposed_at)"
                            + " SELECT " + question
                            + ", 1, id, 'Better', '0', NOW(6) FROM member WHERE id > 2 ORDER BY id LIMIT "
                            + (Suggestions.MOST_AT_A_QUESTION - 1));
        }
    }

    @Test
    void listsAreRangesOfTheirIndexes() {
        for (String sql :
                new String[] {SuggestionQueries.WAITING, SuggestionQueries.FOR_AUTHOR, SuggestionQueries.OF_PROPOSER}) {
            long member = sql.equals(SuggestionQueries.OF_PROPOSER) ? 2 : 1;
            for (String before : new String[] {TOP, "(SELECT 200)"}) {
                QueryCosts.Cost cost = costs.of(sql.replace(":before", before), Map.of("member", member, "size", MOST));
                assertThat(cost.fullScans()).isEmpty();
                assertThat(cost.returned()).isEqualTo(MOST);
                assertThat(cost.read()).isLessThanOrEqualTo((long) MOST * READS_A_ROW);
                assertThat(cost.sorted()).isZero();
            }
        }
    }

    @Test
    void oneIsOneRow() {
        for (String sql : new String[] {SuggestionQueries.ONE, Suggestions.LOCK}) {
            QueryCosts.Cost cost = costs.of(sql, Map.of("id", 1));
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(READS_A_ROW);
        }
    }

    @Test
    void countsAndOwnOneAreRanges() {
        QueryCosts.Cost ofMember = costs.of(Suggestions.OF_MEMBER, Map.of("id", 3));
        assertThat(ofMember.fullScans()).isEmpty();
        assertThat(ofMember.read()).isLessThanOrEqualTo(Suggestions.MOST_OF_MEMBER + 1L);
        QueryCosts.Cost atQuestion = costs.of(Suggestions.AT_QUESTION, Map.of("id", question));
        assertThat(atQuestion.fullScans()).isEmpty();
        assertThat(atQuestion.read()).isLessThanOrEqualTo(Suggestions.MOST_AT_A_QUESTION + 1L);
        QueryCosts.Cost own =
                costs.of(SuggestionQueries.OWN.replace(":answer", "NULL"), Map.of("question", question, "proposer", 2));
        assertThat(own.fullScans()).isEmpty();
        assertThat(own.read()).isLessThanOrEqualTo(2L * (Suggestions.MOST_AT_A_QUESTION + 1));
    }
}
