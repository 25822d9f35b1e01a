package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.question.Question;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicates link the other question, follow it to its end, make no circles, and merge into it. */
@QuarkusTest
class DuplicateTest {

    @Inject
    TestDatabase database;

    @Inject
    Merges merges;

    private Order order;
    private Visitor asker;
    private Visitor moderator;
    private long question;
    private long other;

    @BeforeEach
    void ask() {
        order = new Order(database);
        asker = Visitor.member("doubleAsker");
        moderator = order.moderator("doubleModerator");
        other = Visitor.member("firstAsker").ask("How do I sort a list?", "With a comparator", "merging");
        question = asker.ask("How to sort lists?", "By their size", "merging");
    }

    private long target(long id) {
        return database.of("SELECT duplicate_of FROM closed_question WHERE question_id = ?", id);
    }

    @Test
    void bothQuestionsLinkEachOther() {
        assertThat(Order.duplicate(asker, question, "http://localhost/question/" + other + "/?page=2#answer-1")
                        .status())
                .isEqualTo(303);
        assertThat(order.closed(question)).isEqualTo(Question.DUPLICATE);
        String address = "a[href=/question/" + other + "/]";
        assertThat(Visitor.guest().get("/question/" + question + "/").page().select("#question-state " + address))
                .hasSize(1);
        await().untilAsserted(() -> assertThat(Visitor.guest()
                        .get("/question/" + other + "/?page=1")
                        .page()
                        .select(".linked li")
                        .text())
                .contains("How to sort lists? [duplicate]"));
        assertThat(Visitor.guest()
                        .get("/sitemap-" + ((question - 1) / 10_000 + 1) + ".xml")
                        .body())
                .doesNotContain("/question/" + question + "/<");
    }

    @Test
    void wrongTargetsAreRefusedBesideTheField() {
        long deleted = asker.ask("Soon deleted?", "Yes, it is", "");
        Order.act(asker, "/question/" + deleted + "/delete", Map.of());
        Order.duplicate(moderator, other, question);
        for (Object of : List.of("", "no number", question, deleted, other, Long.MAX_VALUE / 10)) {
            Visitor.Reply refused = Order.duplicate(moderator, question, of);
            assertThat(refused.status()).as("%s", of).isEqualTo(422);
            assertThat(refused.page().select("#of-error").text()).as("%s", of).isNotEmpty();
            assertThat(refused.page().select("#of").val()).isEqualTo(of.toString());
        }
    }

    @Test
    void duplicateOfADuplicateLeadsToItsEnd() {
        long third = asker.ask("Sorting of lists?", "By their names", "");
        Order.duplicate(moderator, other, third);
        Order.duplicate(moderator, question, other);
        assertThat(target(question)).isEqualTo(third);
    }

    @Test
    void twoAtOnceMakeNoCircle() {
        Visitor second = order.moderator("second");
        moderator.csrfToken();
        second.csrfToken();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> Order.duplicate(moderator, question, other)),
                        CompletableFuture.runAsync(() -> Order.duplicate(second, other, question)))
                .join();
        assertThat(List.of(order.closed(question), order.closed(other))).containsExactlyInAnyOrder(0L, 2L);
    }

    @Test
    void askerSaysWhetherItIsSolved() {
        Order.duplicate(moderator, question, other);
        String path = "/question/" + question + "/duplicate";
        asker.get("/question/" + question + "/");
        asker.submit(".judge-duplicate", Map.of("answer", "differs"));
        assertThat(asker.last().page().select("#question-state").text()).contains("this question differs");
        assertThat(order.votes(question, "reopen")).isOne();
        assertThat(Order.act(asker, path, Map.of("answer", "solves")).status()).isEqualTo(303);
        assertThat(order.votes(question, "reopen")).isZero();
        assertThat(Order.act(moderator, path, Map.of("answer", "solves")).status())
                .isEqualTo(403);
        assertThat(Order.act(asker, path, Map.of("answer", "perhaps")).status()).isEqualTo(422);
        Order.act(asker, path, Map.of("answer", "differs"));
        Order.reopen(order.voter("one"), question);
        assertThat(order.closed(question)).isEqualTo(Question.DUPLICATE);
        Order.reopen(order.voter("two"), question);
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
    }

    @Test
    void answersMoveWithAllThatBelongsToThem() {
        Visitor answerer = Visitor.member("mover");
        long accepted = answerer.answer(question, "Sort by a key, as I always do");
        long second = asker.answer(question, "Or do not sort at all");
        asker.postJson("/answer/" + accepted + "/accept", "");
        asker.postJson("/answer/" + accepted + "/vote", "{\"value\":1}");
        Order.act(asker, "/answer/" + second + "/comments", Map.of("text", "Why not, one may ask"));
        long rating = database.of("SELECT rating FROM member WHERE nickname = ?", answerer.nickname());
        assertThat(Order.act(moderator, "/question/" + question + "/merge", Map.of())
                        .status())
                .as("not closed as a duplicate")
                .isEqualTo(409);
        Order.duplicate(moderator, question, other);
        assertThat(moderator
                        .get("/question/" + question + "/merge")
                        .page()
                        .select("main")
                        .text())
                .contains("2 answers with 1 comment");
        moderator.submit("main form", Map.of());
        assertThat(moderator.last().url()).endsWith("/question/" + other + "/");
        awaitMerge();

        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isZero();
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", other))
                .isEqualTo(2);
        assertThat(database.of("SELECT COALESCE(accepted_answer_id, 0) FROM question WHERE id = ?", question))
                .isZero();
        assertThat(database.of("SELECT COUNT(*) FROM comment WHERE question_id = ?", other))
                .isOne();
        assertThat(database.of("SELECT rating FROM member WHERE nickname = ?", answerer.nickname()))
                .isEqualTo(rating);
        assertThat(database.of(
                        "SELECT good_answers FROM listed_question WHERE tag_id = 0 AND question_id = ?", question))
                .isZero();
        assertThat(database.of("SELECT good_answers FROM listed_question WHERE tag_id = 0 AND question_id = ?", other))
                .isOne();
        assertThat(database.of("SELECT COUNT(*) FROM question_follow WHERE question_id = ? AND following = 1", other))
                .isGreaterThanOrEqualTo(2);
        assertThat(Visitor.guest().get("/answer/" + accepted + "/").url())
                .contains("/question/" + other + "/", "#answer-" + accepted);
        assertThat(Visitor.guest().get("/question/" + question + "/").url()).endsWith("/question/" + other + "/");
        assertThat(moderator.get("/question/" + question + "/").body()).contains("have moved there");
        merges.run(question); // the job is delivered again
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", other))
                .isEqualTo(2);
        assertThat(Order.act(asker, "/answer/" + second + "/comments", Map.of("text", "It still works"))
                        .status())
                .isEqualTo(303);
    }

    private void awaitMerge() {
        await().untilAsserted(() -> assertThat(database.of(
                        "SELECT COUNT(*) FROM closed_question WHERE question_id = ? AND merge_ended_at IS NOT NULL",
                        question))
                .isOne());
    }

    @Test
    void mergeOfManyAnswersContinuesAfterEachBatch() {
        long first = Visitor.member("many").answer(question, "One of many answers");
        for (int i = 1; i < 120; i++) {
            database.change(
                    "INSERT INTO answer (question_id, author_id, body, answered_at)"
                            + " SELECT question_id, author_id, body, answered_at FROM answer WHERE id = ?",
                    first);
        }
        database.change("UPDATE question SET answer_count = 120 WHERE id = ?", question);
        Order.duplicate(moderator, question, other);
        Order.act(moderator, "/question/" + question + "/merge", Map.of());
        merges.run(question); // two workers have the job
        awaitMerge();
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", other))
                .isEqualTo(120);
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isZero();
        assertThat(database.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", other))
                .isEqualTo(120);
    }
}
