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

/** Mentions and their suggestions read a bounded number of rows, also on a page with hundreds of comments. */
@QuarkusTest
@TestProfile(FilledSite.class)
class MentionQueriesTest {

    /** The two lists of authors, the merged list, and each member once. */
    private static final long MOST_READ = 8L * MentionSuggestions.LATEST;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long question;

    /** An answer with one more comment of each member, which mentions a member. */
    @BeforeEach
    void crowd() throws SQLException {
        filled.once();
        long answer = database.of("SELECT MAX(id) FROM answer");
        question = database.of("SELECT question_id FROM answer WHERE id = ?", answer);
        if (database.of("SELECT COUNT(*) FROM comment WHERE answer_id = ?", answer) < MentionSuggestions.LATEST) {
            database.change(
                    "INSERT INTO comment (question_id, answer_id, author_id, body, posted_at)"
                            + " SELECT a.question_id, a.id, m.id, 'One of many.', a.answered_at FROM answer a JOIN member m WHERE a.id = ?",
                    answer);
        }
        database.change("INSERT IGNORE INTO comment_mention (comment_id, member_id, name)"
                + " SELECT id, 1, 'one' FROM comment WHERE question_id = " + question);
    }

    @Test
    void peopleOnThePageAreTheLastAuthors() {
        QueryCosts.Cost cost = costs.of(MentionSuggestions.ON_PAGE, Map.of("question", question, "pattern", "%"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.returned()).isBetween(1, MentionSuggestions.MOST + 1);
        assertThat(cost.read()).isLessThanOrEqualTo(MOST_READ);
    }

    @Test
    void nicknamesAreARangeOfTheirIndex() {
        String name = database.texts("SELECT nickname FROM member WHERE id = 1").get(0);
        QueryCosts.Cost cost = costs.of(MentionSuggestions.ALL, Map.of("pattern", name.substring(0, 1) + "%"));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(2L * (MentionSuggestions.MOST + 1));
        assertThat(cost.sorted()).isZero();
    }

    @Test
    void mentionsOfACommentAreARangeOfTheKey() {
        long comment = database.of("SELECT MIN(comment_id) FROM comment_mention");
        QueryCosts.Cost cost = costs.of(CommentMentions.STORED, Map.of("comment", comment));
        assertThat(cost.fullScans()).isEmpty();
        assertThat(cost.read()).isLessThanOrEqualTo(3L);
    }
}
