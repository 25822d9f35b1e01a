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
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions are closed and reopened by moderators, by votes and by their authors. */
@QuarkusTest
class ClosingTest {

    @Inject
    TestDatabase database;

    private Order order;
    private Visitor asker;
    private long question;

    @BeforeEach
    void ask() {
        order = new Order(database);
        asker = Visitor.member("asker");
        question = asker.ask("Which colour is best?", "I like all of them", "closing");
    }

    private Document page(Visitor reader) {
        return reader.get("/question/" + question + "/").page();
    }

    @Test
    void moderatorClosesAndUndoes() {
        Visitor moderator = order.moderator("closer");
        moderator.get("/question/" + question + "/close");
        moderator.submit("form.wide-form", Map.of("reason", "off-topic"));
        assertThat(moderator.last().page().select(".flash").text()).contains("Question closed", "Undo");
        Document seen = page(Visitor.guest());
        assertThat(seen.select("#question-state").text())
                .contains("does not fit", "Closed by " + moderator.nickname(), "How to reopen");
        assertThat(seen.select("#your-answer form, script[type=application/ld+json]"))
                .isEmpty();
        assertThat(seen.select("#your-answer").text()).contains("takes no answers");
        assertThat(Visitor.guest()
                        .get("/?tag=closing")
                        .page()
                        .select("#question-" + question + " h2")
                        .text())
                .endsWith("[closed]");
        assertThat(Visitor.guest().get("/feed.atom?tag=closing").body()).contains("[closed]");
        await().untilAsserted(() -> assertThat(asker.get("/notifications/")
                        .page()
                        .select(".notifications")
                        .text())
                .contains("Closed", moderator.nickname()));

        moderator.get("/question/" + question + "/close");
        moderator.post("/question/" + question + "/close", Map.of("csrf-token", moderator.csrfToken()));
        moderator.get("/question/" + question + "/");
        assertThat(Order.reopen(moderator, question)).isEqualTo(303);
        assertThat(page(Visitor.guest()).select("#your-answer form")).hasSize(1);
        assertThat(database.of(
                        "SELECT COUNT(*) FROM moderation_log WHERE target_kind = 'question' AND target_id = ?",
                        question))
                .isEqualTo(2);
    }

    @Test
    void buttonOfTheMessageUndoesTheClosing() {
        Visitor moderator = order.moderator("undoer");
        moderator.get("/question/" + question + "/close");
        moderator.submit("form.wide-form", Map.of("reason", "unclear"));
        moderator.submit(".flash form", Map.of());
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
        assertThat(moderator.last().page().select(".flash").text()).contains("Question reopened", "Undo");
        moderator.submit(".flash form", Map.of());
        assertThat(order.closed(question)).isEqualTo(Question.CLOSED);
    }

    @Test
    void lateAnswerIsRefusedAndItsTextStays() {
        Visitor late = Visitor.member("late");
        late.get("/question/" + question + "/");
        Order.close(order.moderator("closer"), question, "unclear");
        Visitor.Reply refused = late.post(
                "/question/" + question + "/answers",
                Map.of("csrf-token", late.csrfToken(), "text", "My long answer of an hour"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("My long answer of an hour", "takes no answers");
    }

    @Test
    void threeVotesCloseForTheReasonOfMost() {
        Visitor first = order.voter("voterA");
        assertThat(Order.close(first, question, "unclear")).isEqualTo(303);
        assertThat(Order.close(first, question, "unclear"))
                .as("the same vote again")
                .isEqualTo(303);
        assertThat(Order.close(order.voter("voterB"), question, "off-topic")).isEqualTo(303);
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
        assertThat(first.get("/question/" + question + "/close").body()).contains("2 of 3 votes to close it");

        assertThat(Order.reopen(first, question)).as("takes the vote back").isEqualTo(303);
        assertThat(order.votes(question, "close")).isOne();
        Order.close(first, question, "unclear");
        Visitor third = order.voter("voterC");
        Order.close(third, question, "off-topic");
        assertThat(order.closed(question)).isEqualTo(Question.CLOSED);
        assertThat(page(Visitor.guest()).select("#question-state").text()).contains("does not fit", first.nickname());

        assertThat(Order.reopen(third, question)).as("the vote that closed it").isEqualTo(303);
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
        assertThat(order.votes(question, "close")).isEqualTo(2);
    }

    @Test
    void votesOfOneMomentAreAllCounted() {
        List<Visitor> voters =
                Stream.of("one", "two", "three").map(order::voter).toList();
        voters.forEach(Visitor::csrfToken);
        CompletableFuture.allOf(voters.stream()
                        .map(voter -> CompletableFuture.runAsync(() -> Order.close(voter, question, "unclear")))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(order.closed(question)).isEqualTo(Question.CLOSED);
        assertThat(order.votes(question, "close")).isEqualTo(3);
        CompletableFuture.allOf(voters.subList(0, 2).stream()
                        .map(voter -> CompletableFuture.runAsync(() -> Order.reopen(voter, question)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(order.closed(question)).as("one may have undone the closing").isIn(0L, 1L);
    }

    @Test
    void oldVotesDoNotCount() {
        Order.close(order.voter("oldA"), question, "unclear");
        Order.close(order.voter("oldB"), question, "unclear");
        database.change("UPDATE close_vote SET voted_at = voted_at - INTERVAL 15 DAY WHERE question_id = ?", question);
        Order.close(order.voter("newC"), question, "unclear");
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
    }

    @Test
    void askerReopensWhatVotesClosedButNotWhatAModeratorClosed() {
        for (String name : List.of("one", "two", "three")) {
            Order.close(order.voter(name), question, "unclear");
        }
        assertThat(Order.reopen(asker, question)).isEqualTo(303);
        assertThat(order.closed(question)).isEqualTo(Question.OPEN);
        Order.close(order.moderator("closer"), question, "unclear");
        assertThat(Order.reopen(asker, question)).isEqualTo(403);
        assertThat(order.closed(question)).isEqualTo(Question.CLOSED);
    }

    @Test
    void othersLearnWhatTheyLack() {
        Visitor newcomer = Visitor.member("newcomer");
        Visitor.Reply refused = Order.act(newcomer, "/question/" + question + "/close", Map.of("reason", "unclear"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("500");
        assertThat(newcomer.get("/question/" + question + "/close")
                        .page()
                        .select(".missing")
                        .text())
                .contains("500");
        assertThat(Order.close(asker, question, "unclear")).isEqualTo(403);
        Visitor moderator = order.moderator("wrong");
        assertThat(Order.act(moderator, "/question/" + question + "/close", Map.of("reason", "ugly"))
                        .status())
                .isEqualTo(422);
    }
}
