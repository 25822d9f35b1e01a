package askme.search.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelatedQuestionsTest {

    @Inject
    RelatedQuestions related;

    @Inject
    TestDatabase database;

    private Visitor ann;

    /** A word that only the questions of one test contain. */
    private final String word = Visitor.unique("zebra").replace("-", "");

    @BeforeEach
    void signUp() {
        ann = Visitor.member("ann");
    }

    private List<String> shown(long question) {
        return ann.get("/question/" + question + "/")
                .page()
                .select(".related a")
                .eachText();
    }

    @Test
    void questionsWithTheSameRareWordShowEachOther() {
        long first = ann.ask("Where does a " + word + " sleep?", "At night.", "");
        long second = ann.ask("Why is the " + word + " striped?", "I wonder.", "");
        await().untilAsserted(() -> {
            assertThat(shown(first)).startsWith("Why is the " + word + " striped?");
            assertThat(shown(second)).startsWith("Where does a " + word + " sleep?");
        });
        assertThat(ann.get("/question/" + second + "/")
                        .page()
                        .select(".related a")
                        .first()
                        .attr("href"))
                .isEqualTo("/question/" + first + "/");
        ann.answer(first, "In the open.");
        assertThat(ann.get("/question/" + second + "/")
                        .page()
                        .select(".related strong")
                        .first()
                        .text())
                .isEqualTo("1");

        ann.get("/question/" + second + "/edit/");
        ann.submit("form.danger", Map.of());
        assertThat(shown(first)).doesNotContain("Why is the " + word + " striped?");
    }

    @Test
    void questionWithoutRelatedOnesShowsNoHeading() {
        long alone = ann.ask("What is a " + word + "?", "Nobody knows.", "");
        assertThat(ann.get("/question/" + alone + "/").page().select(".related"))
                .isEmpty();
    }

    @Test
    void jobComputesQuestionsThatHaveNoneAndRemovesThoseOfDeletedOnes() throws SQLException {
        long first = ann.ask("Where does a " + word + " drink?", "At noon.", "");
        long second = ann.ask("Why does the " + word + " drink?", "I wonder.", "");
        await().untilAsserted(() -> {
            assertThat(shown(first)).startsWith("Why does the " + word + " drink?");
            assertThat(shown(second)).startsWith("Where does a " + word + " drink?");
        });
        database.change("DELETE FROM related_question WHERE question_id IN (?, ?)", first, second);
        database.change(
                "INSERT INTO related_question (question_id, position, related_id) VALUES (?, 1, ?)", -5L, first);
        database.change("UPDATE related_progress SET position = -10, ended_at = NULL");
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        related.continueWithAll(Duration.ofDays(1), end);
        assertThat(shown(first)).startsWith("Why does the " + word + " drink?");
        assertThat(shown(second)).startsWith("Where does a " + word + " drink?");
        assertThat(database.of("SELECT COUNT(*) FROM related_question WHERE question_id = -5"))
                .isZero();
        database.change("DELETE FROM related_question WHERE question_id = ?", first);
        related.continueWithAll(Duration.ofDays(1), end);
        assertThat(shown(first)).as("computed again before a day is over").isEmpty();
    }
}
