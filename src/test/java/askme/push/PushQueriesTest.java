package askme.push;

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

/** The devices of members are read from the index of their members. */
@QuarkusTest
@TestProfile(FilledSite.class)
class PushQueriesTest {

    private static final int DEVICES = 10;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM push_subscription") > 0) {
            return;
        }
        database.change("INSERT INTO session (id_hash, member_id, created_at, seen_at, expires_at)"
                + " SELECT UNHEX(SHA2(id, 256)), id, NOW(6), NOW(6), NOW(6) + INTERVAL 1 DAY FROM member");
        for (int i = 0; i < DEVICES; i++) {
            database.change("INSERT INTO push_subscription"
                    + " (member_id, session_hash, endpoint, endpoint_hash, browser_key, secret, added_at)"
                    + " SELECT id, UNHEX(SHA2(id, 256)), 'https://push.example.org/', UNHEX(SHA2(CONCAT(id, '-" + i
                    + "'), 256)), '', '', NOW(6) FROM member");
        }
    }

    @Test
    void devicesOfOneMemberAreRead() {
        QueryCosts.Cost cost = costs.of(Subscriptions.OF_MEMBER, Map.of("member", member));
        assertThat(cost.returned()).isEqualTo(DEVICES);
        assertThat(cost.read()).isLessThanOrEqualTo(DEVICES + 2L);
        assertThat(cost.sorted()).isZero();
    }

    @Test
    void dueDevicesAreReadByTheirMember() {
        QueryCosts.Cost cost =
                costs.of(Subscriptions.DUE, Map.of("member", member, "notification", 1, "at", "2026-01-01 00:00:00"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(DEVICES);
        assertThat(cost.read()).isLessThanOrEqualTo(3L * DEVICES + 4);
    }

    /** A fan-out asks for many members, of whom few have a device. */
    @Test
    void membersWithDevicesAreReadFromTheIndex() {
        QueryCosts.Cost cost = costs.of(
                Subscriptions.MEMBERS.replace(":members", member + ", 900000001, 900000002, 900000003"), Map.of());
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(DEVICES + 8L);
    }

    @Test
    void keysAreReadByTheirKey() {
        assertThat(costs.of(VapidKeyPair.FIND, Map.of()).read()).isLessThanOrEqualTo(2);
    }
}
