package askme.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FilledSite.class)
class DiscussionQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Test
    void headOfAQuestionIsFoundByKeys() throws SQLException {
        filled.once();
        QueryCosts.Cost cost = costs.of(DiscussionQueries.HEAD, Map.of("id", 7, "reader", 1, "moderates", 1));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read())
                .as("with five related questions, the followers, and one key of held posts for each kind of reader")
                .isLessThanOrEqualTo(9 + 2 * 5 + 12 + 2);
    }
}
