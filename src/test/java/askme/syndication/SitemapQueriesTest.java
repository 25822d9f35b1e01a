package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the sitemap reads only its own rows, regardless of its position and of the number of answers. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // it has a separate database, which the other process does not read
class SitemapQueriesTest {

    private static final int IDS = 500;

    /** The question, an index entry, and the row of its newest answer. */
    private static final int READS_A_QUESTION = 3;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1001, 2501})
    void partIsAKeyRangeAndReadsOneAnswerAQuestion(int from) {
        QueryCosts.Cost cost = costs.of(Sitemap.PART, Map.of("from", from, "to", from + IDS - 1));
        assertThat(cost.returned()).as("all but some duplicates").isBetween(IDS * 9 / 10, IDS);
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.plan())
                .extracting(QueryCosts.Step::key)
                .containsExactly("question_visible", "answer_visible_newer");
        assertThat(cost.read()).isLessThanOrEqualTo(READS_A_QUESTION * IDS + 1L);
        assertThat(cost.sorted()).isZero();
    }

    @Test
    void numberOfPartsIsReadAtTheEndOfTheKey() {
        QueryCosts.Cost cost = costs.of(Sitemap.LAST, Map.of());
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2);
    }
}
