package askme.badge;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run of the task reads what has changed, and for it a bounded number of rows, however many posts and members there are. */
@QuarkusTest
@TestProfile(FilledSite.class)
class BadgeQueriesTest {

    private static final int IDS = 10;

    /** The most rows that the conditions read for one member or post of the filled site, which has few votes of each member. */
    private static final int READS_AN_ID = 400;

    private static final Map<String, Object> PERIOD = Map.of("from", "2000-01-01", "to", "2100-01-01");

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        database.change(
                "INSERT IGNORE INTO member_badge (badge, member_id, earned_at) SELECT 'steady', id, joined_at FROM member");
    }

    private static String named(String sql) {
        return sql.replaceFirst("\\?", ":from").replaceFirst("\\?", ":to");
    }

    @ParameterizedTest
    @EnumSource
    void sourceIsARangeOfItsIndex(Source source) {
        QueryCosts.Cost next = costs.of(named(source.upTo()), PERIOD);
        assertThat(next.fullScans()).isEmpty();
        assertThat(next.read()).isLessThanOrEqualTo(3L * Source.BATCH + 10);
        assertThat(costs.of(named(source.rows()), Map.of("from", "2099-01-01", "to", "2100-01-01"))
                        .read())
                .isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void badgeReadsTheChangedRows(Badge badge) {
        String table =
                switch (badge.subject()) {
                    case QUESTION -> "question";
                    case ANSWER -> "answer";
                    case COMMENT -> "comment";
                    case REVIEW -> "review_item";
                    case MEMBER -> "member";
                };
        String ids = database.all("SELECT id FROM " + table + " ORDER BY id LIMIT " + IDS).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        QueryCosts.Cost cost = costs.of(badge.earned(ids), Map.of());
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo((long) READS_AN_ID * IDS);
    }

    @Test
    void pageOfABadgeIsARange() {
        QueryCosts.Cost cost = costs.of(
                Badges.HOLDERS, Map.of("badge", "steady", "before", Long.MAX_VALUE, "size", Badges.PAGE_SIZE + 1));
        assertThat(cost.returned()).isPositive();
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(4L * Badges.PAGE_SIZE + 10);
        assertThat(costs.of(Badges.OF_MEMBER, Map.of("member", 2)).read()).isLessThanOrEqualTo(40);
    }
}
