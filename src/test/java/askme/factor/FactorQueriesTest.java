package askme.factor;

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

/** Factors of a member are read by their keys. The number of members that have some does not matter. */
@QuarkusTest
@TestProfile(FilledSite.class)
class FactorQueriesTest {

    private static final int EACH = 3;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member has an app, and several passkeys and codes. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM passkey") > 0) {
            return;
        }
        database.change("INSERT INTO totp (member_id, secret, added_at) SELECT id, 'x', NOW(6) FROM member");
        for (int i = 0; i < EACH; i++) {
            database.change("INSERT INTO passkey (member_id, credential_hash, credential, added_at)"
                    + " SELECT id, UNHEX(SHA2(CONCAT(id, '-" + i + "'), 256)), 'x', NOW(6) FROM member");
            database.change("INSERT INTO recovery_code (member_id, code_hash)" + " SELECT id, UNHEX(SHA2(CONCAT(id, '-"
                    + i + "'), 256)) FROM member");
        }
    }

    private QueryCosts.Cost of(String sql, Object parameter) {
        return costs.of(sql.replace("?1", ":one"), Map.of("one", parameter));
    }

    @Test
    void passkeyIsReadByTheHashOfItsId() {
        QueryCosts.Cost cost = costs.of(PasskeyTable.FIND.replace("?1", "UNHEX(SHA2('none', 256))"), Map.of());
        assertThat(cost.returned()).isZero();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }

    @Test
    void factorsOfOneMemberAreRead() {
        for (String sql : new String[] {PasskeyTable.OF_MEMBER, PasskeyTable.ANY, TotpTable.FIND, RecoveryCodes.LEFT}) {
            QueryCosts.Cost cost = of(sql, member);
            assertThat(cost.fullScans()).as(sql).isEmpty();
            assertThat(cost.read()).as(sql).isLessThanOrEqualTo(EACH + 2L);
        }
    }
}
