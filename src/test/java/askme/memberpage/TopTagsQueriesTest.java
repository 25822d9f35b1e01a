package askme.memberpage;

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

/** The tags of a member cost a bounded number of rows. */
@QuarkusTest
@TestProfile(FilledSite.class)
class TopTagsQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        member = database.of("SELECT author_id FROM answer GROUP BY author_id ORDER BY COUNT(*) DESC LIMIT 1");
    }

    @Test
    void onlyTheLastPostsAreRead() {
        QueryCosts.Cost cost = costs.of(TopTags.OF_MEMBER, Map.of("member", member));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isBetween(1, 5);
        assertThat(cost.read()).isLessThanOrEqualTo(2L * TopTags.POSTS * 12);
    }
}
