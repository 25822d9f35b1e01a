package askme.draft;

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

/** Drafts are read by their key, or from an index in the order of their age. */
@QuarkusTest
@TestProfile(FilledSite.class)
class DraftQueriesTest {

    private static final int DRAFTS = 60;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member has more drafts than one may have. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM draft") > 0) {
            return;
        }
        for (int i = 1; i <= DRAFTS; i++) {
            database.change("INSERT INTO draft (member_id, place, fields, typed_at, saved_at)" + " SELECT id, 'answer-"
                    + i + "', '{}', 1, '2026-01-01' + INTERVAL " + i + " MINUTE FROM member");
        }
    }

    @Test
    void draftIsReadByItsKey() {
        QueryCosts.Cost cost = costs.of(Drafts.FIND, Map.of("member", member, "place", "answer-7"));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }

    @Test
    void surplusIsFoundInTheIndex() {
        QueryCosts.Cost cost = costs.of(Drafts.SURPLUS, Map.of("member", member));
        assertThat(cost.returned()).isEqualTo(1);
        assertThat(cost.read()).isLessThanOrEqualTo(Drafts.MOST + 2L);
        assertThat(cost.sorted()).isZero();
    }

    @Test
    void sweepReadsOnlyOldDrafts() {
        String old = Drafts.SWEEP.replace("DELETE FROM draft", "SELECT saved_at FROM draft");
        QueryCosts.Cost cost = costs.of(old, Map.of("before", "2026-01-01 00:00:30"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isZero();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }
}
