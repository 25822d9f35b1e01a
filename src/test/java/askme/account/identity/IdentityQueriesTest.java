package askme.account.identity;

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

/** Identities are read by issuer and subject, or by their member. */
@QuarkusTest
@TestProfile(FilledSite.class)
class IdentityQueriesTest {

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member has two identities of one issuer. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM member_identity") > 0) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            database.change("INSERT INTO member_identity (member_id, provider, issuer, subject, added_at)"
                    + " SELECT id, 'google', 'https://accounts.google.com', CONCAT(id, '-" + i
                    + "'), NOW(6) FROM member");
        }
    }

    @Test
    void personIsReadByIssuerAndSubject() {
        QueryCosts.Cost cost = costs.of(
                IdentityTable.FIND.replace("?1", ":issuer").replace("?2", ":subject"),
                Map.of("issuer", "https://accounts.google.com", "subject", member + "-1"));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }

    @Test
    void identitiesOfOneMemberAreRead() {
        QueryCosts.Cost cost = costs.of(IdentityTable.OF_MEMBER.replace("?1", ":member"), Map.of("member", member));
        assertThat(cost.returned()).isEqualTo(2);
        assertThat(cost.read()).isLessThanOrEqualTo(4);
    }

    @Test
    void ownerOfAnAddressIsReadByTheAddress() {
        String email =
                database.texts("SELECT email FROM member WHERE id = " + member).get(0);
        QueryCosts.Cost cost = costs.of(IdentityTable.OWNER.replace("?1", ":email"), Map.of("email", email));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }
}
