package askme.account.data;

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

/** The export and the deletion of an account read ranges of indexes. */
@QuarkusTest
@TestProfile(FilledSite.class)
class DataQueriesTest {

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
    void dueAccountIsFoundInAnIndex() {
        QueryCosts.Cost cost = costs.of(EmptiedMember.DUE, Map.of("now", "2026-01-01"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }

    @Test
    void mentionsAreReadFromTheIndexOfTheMember() {
        QueryCosts.Cost cost = costs.of(EmptiedMember.MENTIONS, Map.of("member", member, "nickname", "former-1"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(101);
    }

    @Test
    void exportReadsOnlyRowsOfTheMember() {
        for (ExportedTables.Table table : ExportedTables.ALL) {
            String sql = table.sql().replaceFirst("= \\?", "= :member").replaceFirst("> \\?", "> :key");
            QueryCosts.Cost cost = costs.of(sql, Map.of("member", member, "key", -1L));
            assertThat(cost.fullScans()).as(table.name()).isEmpty();
            assertThat(cost.read()).as(table.name()).isLessThanOrEqualTo(2_000);
        }
    }

    @Test
    void deletionReadsOnlyRowsOfTheMember() {
        for (MemberTables.Column column : MemberTables.GOES) {
            String sql = "SELECT 1 FROM " + column.table() + " WHERE " + column.name() + " = :member LIMIT 500";
            assertThat(costs.of(sql, Map.of("member", member)).fullScans())
                    .as(column.toString())
                    .isEmpty();
        }
    }
}
