package askme.session;

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

/** Tokens are read by their hash, or by their member. */
@QuarkusTest
@TestProfile(FilledSite.class)
class TokenQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member has two tokens. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM api_token") > 0) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            database.change("INSERT INTO api_token (member_id, token_hash, name, scopes, made_at)"
                    + " SELECT id, UNHEX(SHA2(CONCAT(id, '-" + i
                    + "'), 256)), 'A program', 'read', NOW(6) FROM member");
        }
    }

    @Test
    void memberIsReadByTheHash() {
        QueryCosts.Cost cost = costs.of(
                ApiTokens.FIND.replace("?", "UNHEX(SHA2(CONCAT(:member, '-1'), 256))"), Map.of("member", member));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(3);
    }

    @Test
    void tokensOfOneMemberAreRead() {
        QueryCosts.Cost cost = costs.of(ApiTokens.OF_MEMBER.replace("?", ":member"), Map.of("member", member));
        assertThat(cost.returned()).isEqualTo(2);
        assertThat(cost.read()).isLessThanOrEqualTo(4);
    }
}
