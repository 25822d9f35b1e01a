package askme.account.address;

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

/** Links to addresses are read by their keys. */
@QuarkusTest
@TestProfile(FilledSite.class)
class AddressQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member has several links. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM address_link") > 0) {
            return;
        }
        for (int i = 1; i <= 5; i++) {
            database.change("INSERT INTO address_link (member_id, purpose, email, token_hash, made_at, ends_at)"
                    + " SELECT id, 'change', email, UNHEX(SHA2(CONCAT(id, '-" + i
                    + "'), 256)), '2026-01-01' + INTERVAL " + i
                    + " MINUTE, '2036-01-01' FROM member");
        }
    }

    @Test
    void linkIsReadByItsHash() {
        QueryCosts.Cost cost = costs.of(AddressLinks.FIND, Map.of("hash", "0".repeat(32), "now", "2026-02-01"));
        assertThat(cost.returned()).isZero();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }

    @Test
    void openLinkIsReadFromTheIndexOfTheMember() {
        QueryCosts.Cost cost =
                costs.of(AddressLinks.OPEN, Map.of("member", member, "purpose", "change", "now", "2026-02-01"));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(6);
    }

    @Test
    void sentLinksAreCountedInAnIndex() {
        String email =
                database.texts("SELECT email FROM member WHERE id = " + member).get(0);
        assertThat(costs.of(AddressLinks.SENT, Map.of("email", email, "since", "2026-01-01"))
                        .read())
                .isLessThanOrEqualTo(6);
        assertThat(costs.of(AddressLinks.SENT_BY, Map.of("member", member, "since", "2026-01-01"))
                        .read())
                .isLessThanOrEqualTo(7);
    }

    @Test
    void sweepReadsOnlyOldLinks() {
        String old = AddressLinks.SWEEP.replace("DELETE FROM address_link", "SELECT id FROM address_link");
        QueryCosts.Cost cost = costs.of(old, Map.of("before", "2026-02-01"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }
}
