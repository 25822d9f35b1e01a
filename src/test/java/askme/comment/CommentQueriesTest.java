package askme.comment;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The comments of a post are ranges of its indexes, also for a post with hundreds of comments. */
@QuarkusTest
@TestProfile(FilledSite.class)
class CommentQueriesTest {

    private static final int CROWD = 300;

    /** A card reads its comment, its author and the reader's mark; the server counts a few reads for each. */
    private static final int READS_A_CARD = 8;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long answer;
    private long question;

    /** An answer with one more comment of each member. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        answer = database.of("SELECT MAX(id) FROM answer");
        question = database.of("SELECT question_id FROM answer WHERE id = ?", answer);
        if (database.of("SELECT comment_count FROM answer WHERE id = ?", answer) < CROWD) {
            database.change("INSERT INTO comment (question_id, answer_id, author_id, body, posted_at)"
                    + " SELECT a.question_id, a.id, m.id, 'One of many.', a.answered_at FROM answer a JOIN member m WHERE a.id = "
                    + answer);
            database.change(
                    "UPDATE answer a SET comment_count = (SELECT COUNT(*) FROM comment c WHERE c.answer_id = a.id)"
                            + " WHERE a.id = ?",
                    answer);
        }
    }

    @Test
    void bestCommentsOfAllPostsAreReadFromTheIndex() {
        String best =
                CommentQueries.BEST.formatted("= " + answer) + " UNION ALL " + CommentQueries.BEST.formatted("IS NULL");
        QueryCosts.Cost cost = costs.of(CommentQueries.CARDS.formatted(best), at(0));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isBetween(CommentQueries.SHOWN, 2 * CommentQueries.SHOWN);
        assertThat(cost.read()).isLessThanOrEqualTo(2L * CommentQueries.SHOWN * READS_A_CARD);
    }

    @Test
    void pageOfAllCommentsIsARange() {
        String page = CommentQueries.PAGE.formatted("= " + answer);
        QueryCosts.Cost cost = costs.of(CommentQueries.CARDS.formatted(page), at(0));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isEqualTo(CommentQueries.PAGE_SIZE);
        assertThat(cost.read()).isLessThanOrEqualTo((long) CommentQueries.PAGE_SIZE * READS_A_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {CommentQueries.NEWER, CommentQueries.NEWEST})
    void newerAndNewestCommentsAreARange(String ids) {
        QueryCosts.Cost cost = costs.of(CommentQueries.CARDS.formatted(ids), at(0));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo((long) CommentQueries.PAGE_SIZE * READS_A_CARD);
    }

    @Test
    void commentsOfAMemberAreARange() {
        long author = database.of("SELECT author_id FROM comment GROUP BY author_id ORDER BY COUNT(*) DESC LIMIT 1");
        int most = MemberComments.PAGE_SIZE + 1;
        for (String before : new String[] {"9223372036854775807", "(SELECT MAX(id) FROM question)"}) {
            QueryCosts.Cost cost = costs.of(
                    MemberComments.OF_MEMBER.replace(":before", before), Map.of("author", author, "size", most));
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.returned()).isLessThanOrEqualTo(most);
            assertThat(cost.read()).isLessThanOrEqualTo((long) most * READS_A_CARD);
            assertThat(cost.sorted()).isZero();
        }
    }

    private Map<String, Object> at(long after) {
        return Map.of("question", question, "reader", 1, "after", after, "size", CommentQueries.PAGE_SIZE);
    }
}
