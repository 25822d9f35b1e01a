package askme.revision;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The revisions of a post are a range of the primary key, also for a post with hundreds of them. */
@QuarkusTest
@TestProfile(FilledSite.class)
class RevisionQueriesTest {

    private static final int CROWD = 300;

    /** A revision reads its row and its editor; the server counts a few reads for each. */
    private static final int READS_A_REVISION = 4;

    private static final String FIRST_OF_A_TAG = """
            INSERT INTO tag_revision (tag_id, number, editor_id, description, body, begun_at, written_at)
            SELECT MAX(t.id), n.number, (SELECT MIN(id) FROM member), 'A tag', 'Words', '2020-01-01', '2020-01-01'
            FROM tag t JOIN (SELECT 1 AS number UNION ALL SELECT 2) n
            WHERE NOT EXISTS (SELECT 1 FROM tag_revision) GROUP BY n.number""";

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        database.change(FIRST_OF_A_TAG);
        for (RevisionKind kind : RevisionKind.values()) {
            long post = post(kind);
            if (database.of("SELECT COUNT(*) FROM " + kind.table + " WHERE " + kind.post + " = ?", post) < CROWD) {
                String content =
                        switch (kind) {
                            case QUESTION -> "title, tag_names, body";
                            case ANSWER -> "body";
                            case TAG -> "description, body";
                        };
                database.change("INSERT INTO " + kind.table + " (" + kind.post + ", number, editor_id, " + content
                        + ", begun_at, written_at) SELECT r." + kind.post + ", 2 + m.id, m.id, "
                        + content + ", r.written_at + INTERVAL m.id MINUTE, r.written_at + INTERVAL m.id MINUTE FROM "
                        + kind.table + " r JOIN member m WHERE r.number = 2 AND r." + kind.post + " = " + post);
            }
        }
    }

    private long post(RevisionKind kind) throws SQLException {
        return database.of("SELECT MAX(" + kind.post + ") FROM " + kind.table);
    }

    @Test
    void fillMakesRevisionsThatEndWithTheText() throws SQLException {
        assertThat(database.of("SELECT COUNT(*) FROM question_revision")).isPositive();
        assertThat(database.of("SELECT COUNT(*) FROM answer_revision")).isPositive();
        assertThat(database.of("SELECT COUNT(*) FROM question q WHERE q.revision > 0 AND NOT EXISTS (SELECT 1 FROM"
                        + " question_revision r WHERE r.question_id = q.id AND r.number = q.revision AND r.body = q.body"
                        + " AND r.title = q.title AND r.tag_names = q.tag_names AND r.written_at = q.edited_at"
                        + " AND r.editor_id = q.edited_by)"))
                .isZero();
        assertThat(database.of("SELECT COUNT(*) FROM answer a WHERE a.revision > 0 AND NOT EXISTS (SELECT 1 FROM"
                        + " answer_revision r WHERE r.answer_id = a.id AND r.number = a.revision AND r.body = a.body"
                        + " AND r.written_at = a.edited_at AND r.editor_id = a.edited_by)"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void pageIsARange(RevisionKind kind) throws SQLException {
        QueryCosts.Cost cost = costs.of(
                RevisionQueries.PAGE.formatted(kind.content, kind.table, kind.post),
                Map.of("post", post(kind), "before", 200, "size", RevisionQueries.PAGE_SIZE + 1));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(RevisionQueries.PAGE_SIZE + 1);
        assertThat(cost.read()).isLessThanOrEqualTo((RevisionQueries.PAGE_SIZE + 1L) * READS_A_REVISION);
    }

    @ParameterizedTest
    @EnumSource
    void oneRevisionIsOneRow(RevisionKind kind) throws SQLException {
        for (String sql : new String[] {
            RevisionQueries.ONE.formatted(kind.content, kind.table, kind.post),
            Revisions.LAST.formatted(kind.table, kind.post)
        }) {
            QueryCosts.Cost cost = costs.of(sql, Map.of("post", post(kind), "number", 1));
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(READS_A_REVISION);
        }
    }

    /** A form may claim to be older than all revisions. */
    @ParameterizedTest
    @EnumSource
    void baseIsAmongTheRecentRevisions(RevisionKind kind) throws SQLException {
        QueryCosts.Cost cost = costs.of(
                RevisionQueries.BASE.formatted(kind.table, kind.post),
                Map.of("post", post(kind), "at", "1970-01-02 00:00:00"));
        assertThat(cost.read()).isLessThanOrEqualTo((long) RevisionQueries.RECENT * READS_A_REVISION);
    }
}
