package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A moderator makes a comment of an answer. */
@QuarkusTest
class ConversionTest {

    @Inject
    TestDatabase database;

    private Visitor asker;
    private Visitor other;
    private Visitor moderator;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        moderator = new Order(database).moderator("converter");
        asker = Visitor.member("convertAsker");
        other = Visitor.member("convertOther");
        question = asker.ask("Is this an answer?", "Or a comment", "");
        answer = other.answer(question, "I have the *same* question\n\ntoo");
        asker.postJson("/answer/" + answer + "/vote", "{\"value\":1}");
        Order.act(asker, "/answer/" + answer + "/comments", Map.of("text", "Then ask it, please"));
    }

    private long count(String sql) {
        return database.of(sql, question);
    }

    @Test
    void answerBecomesACommentOnTheQuestion() {
        moderator.get("/answer/" + answer + "/comment");
        assertThat(moderator.last().page().select("main").text()).contains("I have the *same* question too");
        moderator.submit("form.wide-form", Map.of());
        assertThat(moderator.last().status()).isEqualTo(200);
        Document page = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(page.select("#answers .answer")).isEmpty();
        assertThat(page.select(".comment-text").eachText())
                .containsExactlyInAnyOrder("Then ask it, please", "I have the same question too");
        assertThat(count("SELECT comment_count FROM question WHERE id = ?")).isEqualTo(2);
        assertThat(count("SELECT answer_count FROM question WHERE id = ?")).isZero();
        assertThat(database.of("SELECT rating FROM member WHERE nickname = ?", other.nickname()))
                .isZero();
        assertThat(database.of("SELECT comment_count FROM answer WHERE id = ?", answer))
                .isZero();
        assertThat(database.of("SELECT hidden FROM answer WHERE id = ?", answer))
                .isOne();
        assertThat(Order.act(moderator, "/answer/" + answer + "/comment", Map.of())
                        .status())
                .as("a second time")
                .isEqualTo(404);
    }

    @Test
    void answerBecomesACommentOnAnotherAnswer() {
        long target = asker.answer(question, "The real answer is here");
        Order.act(moderator, "/answer/" + answer + "/comment", Map.of("on", "http://localhost/answer/" + target + "/"));
        Document page = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(page.select("#answer-" + target + " .comment")).hasSize(2);
        assertThat(database.of("SELECT comment_count FROM answer WHERE id = ?", target))
                .isEqualTo(2);
    }

    @Test
    void wrongConversionsAreRefused() {
        long elsewhere = asker.answer(asker.ask("Another question?", "Of another topic", ""), "Its answer here");
        for (String on : new String[] {"x", String.valueOf(answer), String.valueOf(elsewhere)}) {
            Visitor.Reply refused = Order.act(moderator, "/answer/" + answer + "/comment", Map.of("on", on));
            assertThat(refused.status()).as(on).isEqualTo(422);
            assertThat(refused.page().select("#on-error").text()).as(on).isNotEmpty();
        }
        long longOne = asker.answer(question, "A long word. ".repeat(60));
        Visitor.Reply refused = Order.act(moderator, "/answer/" + longOne + "/comment", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#on-error").text()).contains("cannot become a comment");
        assertThat(Order.act(other, "/answer/" + answer + "/comment", Map.of()).status())
                .isEqualTo(403);
    }
}
