package askme.reputation;

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

/** The page of the reputation reads the votes on the posts of one member, and of no other. */
@QuarkusTest
@TestProfile(FilledSite.class)
class ReputationQueriesTest {

    private static final String POSTS =
            "(SELECT COUNT(*) FROM question WHERE author_id = ?) + (SELECT COUNT(*) FROM answer WHERE author_id = ?)";
    private static final String VOTES =
            "(SELECT COUNT(*) FROM question q JOIN question_vote v ON v.question_id = q.id WHERE q.author_id = ?)"
                    + " + (SELECT COUNT(*) FROM answer a JOIN answer_vote v ON v.answer_id = a.id WHERE a.author_id = ?)";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;
    private long rows;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        member = database.of("SELECT id FROM member ORDER BY answer_count DESC LIMIT 1");
        rows = database.of("SELECT " + POSTS + " + " + VOTES, member, member, member, member);
        assertThat(rows).isPositive();
    }

    @Test
    void daysReadTheVotesOfOneMember() {
        QueryCosts.Cost cost = costs.of(ReputationQueries.BY_DAY, Map.of("member", member));
        assertThat(cost.fullScans()).isEmpty();
        // Each vote is read once, written to a temporary table, sorted by days and counted.
        assertThat(cost.read()).isLessThanOrEqualTo(8 * rows + 20);
    }

    @Test
    void postsOfAPageReadTheVotesOfOneMember() {
        QueryCosts.Cost cost = costs.of(
                ReputationQueries.BY_POST, Map.of("member", member, "from", "2000-01-01", "end", "2100-01-01"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isPositive().isLessThanOrEqualTo(ReputationQueries.POSTS);
        assertThat(cost.read()).isLessThanOrEqualTo(8 * rows + 6L * ReputationQueries.POSTS);
    }
}
