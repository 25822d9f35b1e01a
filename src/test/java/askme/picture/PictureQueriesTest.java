package askme.picture;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work of uploads and of the sweep does not grow with the number of all pictures. */
@QuarkusTest
@TestProfile(FilledSite.class)
class PictureQueriesTest {

    private static final String NAME = "0000000000000000000000000000000a-9x9.png";

    /** The server counts a few reads for each row, and some for a statement. */
    private static final int READS_A_ROW = 3;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Three thousand pictures of one member, one in a hundred seconds, and one that many texts named. */
    @BeforeEach
    void crowd() throws Exception {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM picture") == 0) {
            database.change("INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at)"
                    + " SELECT CONCAT('of-question-', q.id), " + member + ", 1000,"
                    + " UTC_TIMESTAMP(6) - INTERVAL q.id * 100 SECOND, UTC_TIMESTAMP(6) - INTERVAL q.id * 100 SECOND"
                    + " FROM question q");
            database.change(
                    "INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at) VALUES (?, ?, 1000,"
                            + " UTC_TIMESTAMP(6) - INTERVAL 30 DAY, UTC_TIMESTAMP(6))",
                    NAME,
                    member);
            database.change(
                    "INSERT INTO picture_use (picture, kind, text_id) SELECT ?, 'question', id FROM question", NAME);
            database.texts("ANALYZE TABLE picture, picture_use");
        }
    }

    @Test
    void uploadsOfADayAreARange() {
        String dayAgo = "2000-01-01";
        QueryCosts.Cost all = costs.of(PictureTable.UPLOADED, Map.of("member", member, "after", dayAgo));
        assertThat(all.fullScans()).isEmpty();
        long ofADay = database.of(
                "SELECT COUNT(*) FROM picture WHERE member_id = ? AND uploaded_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY",
                member);
        String since =
                database.texts("SELECT UTC_TIMESTAMP(6) - INTERVAL 1 DAY").get(0);
        QueryCosts.Cost day = costs.of(PictureTable.UPLOADED, Map.of("member", member, "after", since));
        assertThat(ofADay).isBetween(100L, 1_000L);
        assertThat(day.read()).isLessThanOrEqualTo(ofADay + 20);
        assertThat(day.plan()).allMatch(step -> "picture_of_member".equals(step.key()));
    }

    @Test
    void duePicturesAreTheBeginningOfTheIndex() {
        QueryCosts.Cost cost =
                costs.of(PictureTable.DUE, Map.of("before", "2100-01-01", "size", PictureTable.PICTURES_AT_A_TIME));
        assertThat(cost.returned()).isEqualTo(PictureTable.PICTURES_AT_A_TIME);
        assertThat(cost.read()).isLessThanOrEqualTo((long) PictureTable.PICTURES_AT_A_TIME * READS_A_ROW);
        assertThat(cost.sorted()).isZero();
    }

    @Test
    void oneCheckReadsABoundedNumberOfUses() {
        QueryCosts.Cost cost = costs.of(PictureTable.USES, Map.of("name", NAME, "size", PictureTable.USES_AT_A_TIME));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(PictureTable.USES_AT_A_TIME);
        assertThat(cost.read()).isLessThanOrEqualTo((long) PictureTable.USES_AT_A_TIME * READS_A_ROW);
    }

    @Test
    void pictureIsFoundByItsName() {
        QueryCosts.Cost cost = costs.of(PictureTable.LOCK, Map.of("name", NAME));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(5);
    }
}
