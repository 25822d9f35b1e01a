package askme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts of newcomers with a word of the list wait for a moderator, and nobody else sees them. */
@QuarkusTest
@Tag("one-process") // another process would follow the setting a second later
class HeldPostsTest {

    @Inject
    TestDatabase testDatabase;

    @Inject
    Settings settings;

    private Visitor asker;
    private Visitor newcomer;
    private Visitor moderator;
    private long question;

    @BeforeEach
    void people() {
        hold("casino\nbad.example");
        asker = Visitor.member("heldAsker");
        newcomer = Visitor.member("heldNewcomer");
        Visitor member = Visitor.member("heldModerator");
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", member.nickname());
        moderator = Visitor.guest().signIn(member.nickname());
        question = asker.ask("Which games are good at night?", "I cannot sleep.", "games");
    }

    @AfterEach
    void forget() {
        testDatabase.change("DELETE FROM setting");
        testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }

    private void hold(String words) {
        testDatabase.change(
                "INSERT INTO setting (name, language, value, changed_at) VALUES ('spam.held-words', '', ?, UTC_TIMESTAMP(6))",
                words);
        testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }

    private Visitor.Reply answer(String text) {
        newcomer.get("/question/" + question + "/");
        return newcomer.submit("form[action*='/answers#']", Map.of("text", text));
    }

    private static String path(Visitor.Reply reply) {
        return reply.url().replaceFirst("^https?://[^/]+", "");
    }

    private long item(String held) {
        return testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = 'held' AND post_id = ?",
                Long.parseLong(held.replaceFirst("/held/", "")));
    }

    private Visitor.Reply decide(String held, String act, String reason) {
        moderator.get("/moderation/");
        return moderator.submit("#item-" + item(held) + " .item-acts", Map.of("act", act, "reason", reason));
    }

    @Test
    void heldAnswerIsSeenByItsAuthorAndModeratorsOnly() {
        Visitor.Reply shown = answer("Play at the CASINO of my friend.");

        assertThat(path(shown)).matches("/held/\\d+");
        assertThat(shown.page().select("[role=status]").text()).contains("Waits for a moderator");
        assertThat(shown.page().select(".post .markdown").text()).isEqualTo("Play at the CASINO of my friend.");
        assertThat(newcomer.get("/held/").body()).contains("CASINO of my friend");
        assertThat(moderator.get(path(shown)).body()).contains("CASINO of my friend");
        assertThat(asker.get(path(shown)).status()).isEqualTo(404);
        assertThat(Visitor.guest().getOnce(path(shown)).status()).isEqualTo(303);
        assertThat(asker.get("/question/" + question + "/").body()).doesNotContain("CASINO");
        assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isZero();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question))
                .isZero();
        assertThat(path(answer("Play at the CASINO of my friend.")))
                .as("sent twice")
                .isEqualTo(path(shown));
    }

    @Test
    void publishedAnswerIsCountedAndTold() {
        String held = path(answer("A good book about the casino in Monaco."));

        Visitor.Reply decided = decide(held, "published", "");

        assertThat(decided.page().select(".flash").text()).contains("The post is published");
        long answer = testDatabase.of("SELECT post_id FROM held_post WHERE id = ?", Long.parseLong(held.substring(6)));
        assertThat(asker.get("/question/" + question + "/")
                        .page()
                        .select("#answer-" + answer)
                        .text())
                .contains("A good book about the casino");
        assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isOne();
        assertThat(newcomer.get(held).page().select(".alert a").attr("href")).startsWith("/answer/" + answer);
        await().untilAsserted(
                        () -> assertThat(asker.get("/notifications/").body()).contains(newcomer.nickname()));
        await().untilAsserted(
                        () -> assertThat(newcomer.get("/notifications/").body()).contains("Published"));
        // The published post has been decided: it does not enter the queue again.
        assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM review_item WHERE post_kind = 'answer' AND post_id = ? AND decided = 0",
                        answer))
                .isZero();
        assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM review_item WHERE post_kind = 'answer' AND post_id = ?", answer))
                .isOne();
    }

    @Test
    void refusalHasAReasonAndCanBeUndone() {
        String held = path(answer("Visit https://bad.example now."));
        assertThat(decide(held, "refused", "").status()).isEqualTo(422);
        assertThat(decide(held, "dismissed", "").status()).isEqualTo(422);

        Visitor.Reply refused = decide(held, "refused", "We take no advertisements");
        assertThat(refused.page().select(".flash").text()).contains("The post is refused", "Undo");
        assertThat(newcomer.get(held).page().select(".alert").text()).contains("We take no advertisements");
        assertThat(newcomer.last().page().select("textarea").text()).isEqualTo("Visit https://bad.example now.");
        await().untilAsserted(
                        () -> assertThat(newcomer.get("/notifications/").body()).contains("Refused"));
        assertThat(newcomer.get("/moderation/log/").body()).contains("We take no advertisements");

        moderator.get("/moderation/?of=decided");
        moderator.submit("#item-" + item(held) + " form", Map.of());
        assertThat(newcomer.get(held).page().select("[role=status]").text()).contains("Waits for a moderator");
    }

    @Test
    void questionAndCommentAreHeldToo() {
        newcomer.get("/ask/");
        String asked = path(newcomer.submit(
                "form.wide-form",
                Map.of("title", "Which casino is the best one?", "text", "Tell me all.", "tags", "games")));
        Visitor.Reply comment = newcomer.postForm(
                "/question/" + question + "/comments", Map.of("text", "My casino is better"), newcomer.csrfToken());

        assertThat(asked).matches("/held/\\d+");
        assertThat(comment.status()).isEqualTo(202);
        assertThat(comment.body()).contains("\"held\"", "waits for a moderator");
        decide(asked, "published", "");
        decide(comment.header("Location"), "published", "");
        assertThat(asker.get("/").body()).contains("Which casino is the best one?");
        assertThat(asker.get("/question/" + question + "/")
                        .page()
                        .select(".comment")
                        .text())
                .contains("My casino is better");
    }

    @Test
    void heldPostIsOnThePageOfItsQuestionForThoseWhoMayDecide() {
        String held = path(answer("Our casino, the first text."));
        String page = "/question/" + question + "/";
        String card = "#held-" + held.substring(6);
        Visitor.Reply ofAuthor = newcomer.get(page);
        assertThat(ofAuthor.page().select(card).text()).contains("Our casino", "Waits for a moderator");
        assertThat(ofAuthor.page().select(card + " a[href=" + held + "]")).hasSize(1);
        assertThat(ofAuthor.header("Cache-Control")).isEqualTo("no-store");
        Visitor.Reply ofModerator = moderator.get(page);
        assertThat(ofModerator.header("Cache-Control")).isEqualTo("no-store");
        String decide = ofModerator.page().select(card + " .held-note a").attr("href");
        assertThat(moderator.get(decide).page().select("#item-" + item(held))).hasSize(1);
        for (Visitor other : new Visitor[] {asker, Visitor.member("heldOther"), Visitor.guest()}) {
            assertThat(other.get(page).body()).doesNotContain("casino");
            assertThat(other.last().header("Cache-Control")).isNotEqualTo("no-store");
        }

        decide(held, "refused", "No advertisements");
        assertThat(newcomer.get(page).page().select(card)).isEmpty();
        assertThat(moderator.get(page).body()).doesNotContain("casino");
    }

    @Test
    void publishedAgainItIsTheSamePost() {
        String held = path(answer("The casino is published twice."));
        long before = testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question);
        decide(held, "published", "");
        moderator.submit(".flash form", Map.of());
        assertThat(newcomer.get(held).page().select("[role=status]").text()).contains("Waits for a moderator");
        assertThat(Visitor.guest().get("/question/" + question + "/").body()).doesNotContain("published twice");

        decide(held, "published", "");
        assertThat(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question))
                .isEqualTo(before + 1);
        assertThat(Visitor.guest().get("/question/" + question + "/").body()).contains("published twice");
        assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isOne();
    }

    @Test
    void formSentTwiceIsOneHeldPostButNotAtAnotherQuestion() {
        String held = path(answer("Casino, the same text."));
        question = asker.ask("Which other games are good?", "In the morning.", "games");
        assertThat(path(answer("Casino, the same text."))).isNotEqualTo(held);
        String other = path(newcomer.last());
        assertThat(path(answer("Casino, the same text."))).isEqualTo(other);
        assertThat(path(answer("CASINO, the same text."))).isNotEqualTo(other);
    }

    @Test
    void memberWithAGoodPostIsNotHeld() {
        testDatabase.change("UPDATE member SET rating = 1 WHERE nickname = ?", newcomer.nickname());
        newcomer = Visitor.guest().signIn(newcomer.nickname());

        assertThat(path(answer("The casino has good tables."))).startsWith("/question/" + question);
    }
}
