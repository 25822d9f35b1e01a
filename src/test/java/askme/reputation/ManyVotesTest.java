package askme.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of a member with 100,000 votes on 2,000 posts takes less than half a second. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("full")
@Tag("load")
class ManyVotesTest {

    private static final Logger LOG = Logger.getLogger(ManyVotesTest.class);
    private static final int POSTS = 2000;
    private static final int VOTERS = 50;
    private static final int VISITS = 5;
    private static final Duration MOST = Duration.ofMillis(500);

    private static final String DIGITS =
            "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5"
                    + " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    @Inject
    Filled filled;

    @Inject
    TestDatabase database;

    private Visitor ann;
    private long id;

    @BeforeEach
    void vote() throws SQLException {
        filled.once();
        ann = Visitor.member("manyvotes");
        id = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        long question = ann.ask("A question with many answers?", "All of one member", "many");
        database.change(
                "INSERT INTO answer (question_id, author_id, body, answered_at, rating) SELECT ?, ?, 'Text', '2026-01-01', ?"
                        + " FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM %1$s a, %1$s b, %1$s c, %1$s e) numbers WHERE n < ?"
                                .formatted(DIGITS),
                question,
                id,
                VOTERS,
                POSTS);
        database.change(
                "INSERT INTO answer_vote (answer_id, member_id, value, voted_at)"
                        + " SELECT a.id, m.id, 1, '2026-01-01' + INTERVAL MOD(a.id * 7 + m.id, 300) DAY"
                        + " FROM answer a JOIN (SELECT id FROM member ORDER BY id LIMIT ?) m WHERE a.author_id = ?",
                VOTERS,
                id);
        database.change("UPDATE member SET rating = ? WHERE id = ?", POSTS * VOTERS, id);
    }

    @AfterEach
    void remove() {
        database.change("DELETE FROM answer WHERE author_id = ?", id);
        database.change("UPDATE member SET rating = 0 WHERE id = ?", id);
    }

    @Test
    void pageIsFastAndAddsUp() {
        String path = "/member/" + ann.nickname() + "/reputation/";
        assertThat(ann.get(path).page().select("[data-after]").first().attr("data-after"))
                .isEqualTo(String.valueOf(POSTS * VOTERS));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < VISITS; i++) {
            long began = System.nanoTime();
            ann.get(path);
            best = Math.min(best, System.nanoTime() - began);
        }
        LOG.infof(
                "the page of %d votes took %d ms",
                POSTS * VOTERS, Duration.ofNanos(best).toMillis());
        assertThat(Duration.ofNanos(best)).isLessThan(MOST);
    }
}
