package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody changes a locked post, and a moderator unlocks it. */
@QuarkusTest
class LockTest {

    @Inject
    TestDatabase database;

    private Visitor asker;
    private Visitor other;
    private Visitor moderator;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        moderator = new Order(database).moderator("locker");
        asker = Visitor.member("lockedAsker");
        other = Visitor.member("lockedOther");
        question = asker.ask("May I change this?", "Only while it is open", "locks");
        answer = other.answer(question, "An answer that may be locked");
        Order.act(other, "/question/" + question + "/comments", Map.of("text", "A comment before the lock"));
    }

    private int act(Visitor by, String path, String... fields) {
        return Order.act(by, path, fields.length == 0 ? Map.of() : Map.of(fields[0], fields[1]))
                .status();
    }

    @Test
    void lockedQuestionIsNotChanged() {
        long comment = database.of("SELECT MAX(id) FROM comment WHERE question_id = ?", question);
        moderator.get("/question/" + question + "/lock");
        moderator.submit("form.wide-form", Map.of("reason", "Too much heat"));
        assertThat(Visitor.guest()
                        .get("/question/" + question + "/")
                        .page()
                        .select(".locked-note")
                        .text())
                .contains("Too much heat", moderator.nickname());
        String path = "/question/" + question;
        assertThat(act(other, path + "/comments", "text", "A comment")).isEqualTo(409);
        assertThat(act(other, path + "/answers", "text", "An answer to it")).isEqualTo(409);
        assertThat(act(asker, path + "/delete")).isEqualTo(409);
        assertThat(act(asker, "/comment/" + comment + "/vote", "value", "1")).isEqualTo(409);
        assertThat(act(other, "/comment/" + comment + "/edit", "text", "Another text"))
                .isEqualTo(409);
        assertThat(act(other, "/comment/" + comment + "/delete")).isEqualTo(409);
        assertThat(act(asker, "/answer/" + answer + "/accept")).isEqualTo(409);
        assertThat(other.postJson(path + "/vote", "{\"value\":1}").status()).isEqualTo(409);
        asker.get(path + "/edit");
        Visitor.Reply refused = asker.submit("form:has([name=title])", Map.of("text", "A text that must not be lost"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("A text that must not be lost");
        other.get(path + "/edit");
        assertThat(other.submit("form:has([name=title])", Map.of("text", "A suggested text"))
                        .status())
                .isEqualTo(409);
        assertThat(other.postJson("/answer/" + answer + "/vote", "{\"value\":1}")
                        .status())
                .as("own answer, which is not locked")
                .isEqualTo(403);

        moderator.get(path + "/lock");
        moderator.submit("main form", Map.of());
        assertThat(other.postJson(path + "/vote", "{\"value\":1}").status()).isEqualTo(200);
        assertThat(act(other, path + "/comments", "text", "A comment after it")).isEqualTo(303);
    }

    @Test
    void lockedAnswerIsNotChanged() {
        String path = "/answer/" + answer;
        assertThat(act(moderator, path + "/lock")).as("without a reason").isEqualTo(422);
        assertThat(act(asker, path + "/lock", "reason", "No")).isEqualTo(403);
        moderator.get(path + "/lock");
        moderator.submit("form.wide-form", Map.of("reason", "Under review"));
        assertThat(moderator
                        .last()
                        .page()
                        .select("#answer-" + answer + " .locked-note")
                        .text())
                .contains("Under review");
        assertThat(act(asker, path + "/comments", "text", "A comment")).isEqualTo(409);
        assertThat(act(asker, path + "/accept")).isEqualTo(409);
        assertThat(act(other, path + "/delete")).isEqualTo(409);
        assertThat(asker.postJson(path + "/vote", "{\"value\":1}").status()).isEqualTo(409);
        other.get(path + "/edit");
        assertThat(other.submit("form:has(textarea[name=text])", Map.of("text", "Changed text of it"))
                        .status())
                .isEqualTo(409);
        moderator.get("/question/" + question + "/");
        assertThat(act(moderator, path + "/unlock")).isEqualTo(303);
        assertThat(asker.postJson(path + "/vote", "{\"value\":1}").status()).isEqualTo(200);
        assertThat(database.of("SELECT COUNT(*) FROM answer_lock WHERE answer_id = ?", answer))
                .isZero();
    }

    @Test
    void lockOutlivesDeletingAndUndeleting() {
        act(moderator, "/question/" + question + "/lock", "reason", "Stays locked");
        Order.close(moderator, question, "unclear");
        assertThat(act(moderator, "/question/" + question + "/delete")).isEqualTo(303);
        assertThat(Visitor.guest().get("/question/" + question + "/").status()).isEqualTo(404);
        assertThat(act(moderator, "/question/" + question + "/undelete")).isEqualTo(303);
        assertThat(database.of("SELECT closed * 10 + locked FROM question WHERE id = ?", question))
                .isEqualTo(11);
        assertThat(Visitor.guest()
                        .get("/question/" + question + "/")
                        .page()
                        .select("#question-state")
                        .text())
                .contains("Stays locked", "unclear");
    }
}
