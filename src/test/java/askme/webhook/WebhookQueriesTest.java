package askme.webhook;

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

/** The page of a receiver reads its last deliveries only. */
@QuarkusTest
@TestProfile(FilledSite.class)
class WebhookQueriesTest {

    private static final int SHOWN = 50;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long endpoint;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        if (database.of("SELECT COUNT(*) FROM webhook_endpoint") == 0) {
            database.change(
                    "INSERT INTO webhook_endpoint (url, kinds, secret, active, made_at)"
                            + " VALUES ('https://a.example.org/', 'member', '', 0, NOW(6)), ('https://b.example.org/', 'member', '', 0, NOW(6))");
            database.change(
                    "INSERT INTO webhook_delivery (endpoint_id, message_id, kind, subject_id, happened_at, state)"
                            + " SELECT e.id, CONCAT('msg_', m.id), 'member', m.id, NOW(6), IF(m.id % 2, 'dead', 'delivered')"
                            + " FROM webhook_endpoint e JOIN (SELECT id FROM member ORDER BY id LIMIT 300) m");
        }
        endpoint = database.of("SELECT MIN(id) FROM webhook_endpoint");
    }

    private QueryCosts.Cost cost(String sql, Object value) {
        return costs.of(sql.replaceFirst("\\?", ":value"), Map.of("value", value));
    }

    @Test
    void pageReadsTheLastDeliveries() {
        for (String sql : new String[] {Deliveries.LAST, Deliveries.LAST_DEAD}) {
            QueryCosts.Cost cost = cost(sql, endpoint);
            assertThat(cost.returned()).isEqualTo(SHOWN);
            assertThat(cost.read()).as(sql).isLessThanOrEqualTo(SHOWN + 2L);
            assertThat(cost.sorted()).isZero();
        }
    }

    @Test
    void deliveriesOfAMessageAreReadByItsId() {
        long member = database.of("SELECT MIN(id) FROM member");
        QueryCosts.Cost cost = cost(Deliveries.NEW, "msg_" + member);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(2);
        assertThat(cost.read()).isLessThanOrEqualTo(6);
    }

    @Test
    void postIsReadByItsKey() {
        long question = database.of("SELECT MAX(id) FROM question WHERE hidden = 0");
        QueryCosts.Cost cost = cost(WebhookPosts.QUESTION, question);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(4);
    }
}
