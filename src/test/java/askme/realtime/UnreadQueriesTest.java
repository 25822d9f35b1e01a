package askme.realtime;

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
import org.junit.jupiter.api.Test;

/** The numbers of a fan-out are read by primary keys. */
@QuarkusTest
@TestProfile(FilledSite.class)
class UnreadQueriesTest {

    private static final int MEMBERS = 50;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @Test
    void numbersAreReadByTheirMembers() throws SQLException {
        filled.once();
        String members = String.join(", ", database.texts("SELECT id FROM member ORDER BY id LIMIT " + MEMBERS));
        QueryCosts.Cost cost = costs.of(UnreadCounts.UNREAD.replace(":members", members), Map.of());
        assertThat(cost.returned()).isEqualTo(MEMBERS);
        assertThat(cost.read()).isLessThanOrEqualTo(2L * MEMBERS + 2);
        assertThat(cost.sorted()).isZero();
    }
}
