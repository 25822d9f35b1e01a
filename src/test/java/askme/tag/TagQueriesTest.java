package askme.tag;

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

@QuarkusTest
@TestProfile(FilledSite.class)
class TagQueriesTest {

    private static final int SIZE = 60;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase testDatabase;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @Test
    void pageReadsARangeOfTheCoveringIndex() {
        QueryCosts.Cost cost = costs.of(TagQueries.POPULAR, Map.of("1", SIZE, "2", 0));
        assertThat(cost.returned()).isEqualTo(SIZE);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(6L * SIZE);
    }

    @Test
    void totalIsAColumnAndCorrect() {
        assertThat(costs.of(TagQueries.TOTAL, Map.of()).read()).isLessThanOrEqualTo(2);
        assertThat(testDatabase.of(TagQueries.TOTAL)).isEqualTo(testDatabase.of("SELECT COUNT(*) FROM tag"));
    }

    @Test
    void namesAndOtherNamesAreLookedUpByIndexes() {
        for (String name : new String[] {"java", "nosuchtag"}) {
            QueryCosts.Cost cost = costs.of(TagQueries.NAMED, Map.of("name", name));
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(8);
        }
        QueryCosts.Cost refs = costs.of(TagQueries.REFS, Map.of("names", "java"));
        assertThat(refs.fullScans()).isEmpty();
        assertThat(refs.read()).isLessThanOrEqualTo(8);
    }

    @Test
    void hintsReadTheNamesWithThePrefix() {
        long found = testDatabase.of("SELECT COUNT(*) FROM tag WHERE name LIKE 'ja%'")
                + testDatabase.of("SELECT COUNT(*) FROM tag_synonym WHERE name LIKE 'ja%'");
        QueryCosts.Cost cost = costs.of(TagQueries.SUGGESTED, Map.of("pattern", "ja%", "size", 8));
        assertThat(cost.returned()).isPositive();
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(4 * found + 100);
    }
}
