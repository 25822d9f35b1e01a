package askme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members report posts, and moderators decide each once. */
@QuarkusTest
class ReviewQueueTest {

    private static final double PATIENCE_MS = 30_000;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor troll;
    private Visitor one;
    private Visitor other;
    private long question;

    @BeforeEach
    void people() {
        ann = Visitor.member("queueAnn");
        troll = Visitor.member("queueTroll");
        one = moderator("queueOne");
        other = moderator("queueOther");
        question = ann.ask("What is reviewed here?", "A question with answers of others.", "review");
    }

    private Visitor moderator(String name) {
        Visitor member = Visitor.member(name);
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    private long report(long answer, String reason, String note) {
        ann.get("/answer/" + answer + "/report");
        ann.submit("form[action$=/report]", Map.of("reason", reason, "note", note));
        return item(answer);
    }

    private long item(long answer) {
        return testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = 'answer' AND post_id = ? AND decided = 0", answer);
    }

    private Visitor.Reply decide(Visitor reviewer, long item, String act, String token) {
        return reviewer.postForm("/moderation/items/" + item + "/decide", Map.of("act", act), token);
    }

    @Test
    void twoReviewersDecideAnItemOnce() {
        long answer = troll.answer(question, "Buy <b>pills</b> at my shop");
        long item = report(answer, "spam", "An advertisement");
        var card = one.get("/moderation/").page().selectFirst("#item-" + item);
        assertThat(card.select(".item-text").text()).isEqualTo("Buy <b>pills</b> at my shop");
        assertThat(card.select(".item-report").text()).contains(ann.nickname(), "Spam", "An advertisement");
        await().untilAsserted(() -> assertThat(one.get("/moderation/log/")
                        .page()
                        .select(".waiting-count")
                        .text())
                .isNotEqualTo("0"));

        String ones = one.csrfToken();
        String others = other.csrfToken();
        List<Visitor.Reply> replies = Stream.of(
                        CompletableFuture.supplyAsync(() -> decide(one, item, "deleted", ones)),
                        CompletableFuture.supplyAsync(() -> decide(other, item, "dismissed", others)))
                .map(CompletableFuture::join)
                .toList();
        assertThat(replies).extracting(Visitor.Reply::status).containsExactlyInAnyOrder(200, 409);
        String first = testDatabase
                .texts("SELECT m.nickname FROM review_item i JOIN member m ON m.id = i.decided_by WHERE i.id = " + item)
                .get(0);
        Visitor.Reply second = replies.stream()
                .filter(reply -> reply.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(second.body()).contains(first + " has decided this already");
        assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM moderation_log WHERE target_kind = 'answer' AND target_id = ?", answer))
                .isOne();
    }

    @Test
    void decisionIsToldLoggedAndUndone() {
        long answer = troll.answer(question, "Not an answer at all");
        long item = report(answer, "not-an-answer", "");
        assertThat(ann.last().page().select("[role=status]").text()).contains("A moderator will look at it");
        ann.get("/answer/" + answer + "/report");
        assertThat(ann.last().page().text()).contains("You have reported this post before");

        one.get("/moderation/");
        one.submit("#item-" + item + " .item-acts", Map.of("act", "deleted", "reason", "It answers nothing"));
        assertThat(one.last().page().select(".flash").text()).contains("The post is deleted", "Undo");
        assertThat(Visitor.guest().get("/question/" + question + "/").body()).doesNotContain("Not an answer at all");
        await().untilAsserted(() -> assertThat(ann.get("/notifications/")
                        .page()
                        .select(".notifications")
                        .text())
                .contains("The post was deleted"));
        await().untilAsserted(() -> assertThat(troll.get("/notifications/")
                        .page()
                        .select(".notifications")
                        .text())
                .contains("Deleted", one.nickname()));
        assertThat(troll.get("/moderation/log/")
                        .page()
                        .select(".moderation-log")
                        .text())
                .contains("Deleted", "It answers nothing", one.nickname());
        assertThat(ann.get("/moderation/reports/").page().text()).contains("The post was deleted");
        assertThat(ann.get("/moderation/log/").page().select(".moderation-log").text())
                .doesNotContain("It answers nothing");
        assertThat(other.get("/moderation/log/?member=" + troll.nickname() + "&act=delete")
                        .page()
                        .select(".moderation-log")
                        .text())
                .contains("It answers nothing");

        one.get("/moderation/?of=decided");
        one.submit("#item-" + item + " form", Map.of());
        assertThat(item(answer)).isEqualTo(item);
        assertThat(Visitor.guest().get("/question/" + question + "/").body()).contains("Not an answer at all");
    }

    @Test
    void badReportKeepsWhatWasTyped() {
        long answer = troll.answer(question, "An answer");
        ann.get("/answer/" + answer + "/report");
        Visitor.Reply refused =
                ann.submit("form[action$=/report]", Map.of("reason", "duplicate", "of", "no question", "note", "Kept"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#of-error").text()).isEqualTo("There is no such question.");
        assertThat(refused.page().select("[name=note]").val()).isEqualTo("Kept");
        assertThat(ann.submit("form[action$=/report]", Map.of("reason", "")).status())
                .isEqualTo(422);
        assertThat(troll.get("/answer/" + answer + "/report").page().select("form[action$=/report]"))
                .isEmpty();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM report WHERE post_kind = 'answer' AND post_id = ?", answer))
                .isZero();
    }

    @Test
    void allPostsOfSpammerGoAndComeBack() {
        long own = troll.ask("Cheap watches for everybody", "Buy them", "watches");
        ann.answer(own, "An answer of somebody else");
        long answer = troll.answer(question, "Buy my watches");
        troll.postForm("/question/" + question + "/comments", Map.of("text", "Watches here"), troll.csrfToken());
        long item = report(answer, "spam", "");
        assertThat(decide(one, item, "swept", one.csrfToken()).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(visible()).isZero());
        await().untilAsserted(() -> assertThat(comments()).isZero());
        assertThat(troll.get("/ask/").url()).contains("/login/");
        assertThat(ann.get("/question/" + own + "/").status()).isEqualTo(404);

        one.post("/moderation/items/" + item + "/undo", Map.of("csrf-token", one.csrfToken()));
        await().untilAsserted(() -> assertThat(visible()).isEqualTo(2));
        await().untilAsserted(() -> assertThat(comments()).isOne());
        assertThat(testDatabase.of("SELECT comment_count FROM question WHERE id = ?", question))
                .isOne();
        assertThat(testDatabase.of(
                        "SELECT question_count + answer_count FROM member WHERE nickname = ?", troll.nickname()))
                .isEqualTo(2);
        assertThat(troll.signIn(troll.nickname()).get("/ask/").url()).endsWith("/ask/");
    }

    private long comments() {
        return testDatabase.of("SELECT COUNT(*) FROM comment WHERE question_id = ?", question);
    }

    private long visible() {
        return testDatabase.of(
                "SELECT (SELECT COUNT(*) FROM question WHERE author_id = m.id AND hidden = 0)"
                        + " + (SELECT COUNT(*) FROM answer WHERE author_id = m.id AND hidden = 0)"
                        + " FROM member m WHERE m.nickname = ?",
                troll.nickname());
    }

    @Test
    void firstPostOfNewMemberWaitsAndHasFewLinks() {
        long answer = troll.answer(question, "My first answer");
        await().untilAsserted(() -> assertThat(item(answer)).isPositive());
        assertThat(testDatabase.of("SELECT first_post FROM review_item WHERE id = ?", item(answer)))
                .isOne();
        troll.get("/question/" + question + "/");
        Visitor.Reply refused =
                troll.submit("form:has(textarea[name=text])", Map.of("text", "https://example.org/ ".repeat(51)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text-error").text()).contains("can have 50 links");
        troll.post("/answer/" + answer + "/delete", Map.of("csrf-token", troll.csrfToken()));
        await().untilAsserted(() -> assertThat(item(answer)).isZero());
    }

    @Test
    void otherReviewersSeeTheDecisionAtOnceAndKeysDecide() {
        long first = report(troll.answer(question, "The first bad answer"), "spam", "");
        Page page = browsers.of(one, "/moderation/");
        long second = report(troll.answer(question, "The second bad answer"), "spam", "");
        var patience = new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
        PlaywrightAssertions.assertThat(page.locator(".queue-news")).isVisible(patience);
        decide(other, first, "dismissed", other.csrfToken());
        PlaywrightAssertions.assertThat(page.locator("#item-" + first + " .item-decision"))
                .isVisible(patience);
        PlaywrightAssertions.assertThat(page.locator("#item-" + first + " .item-decision"))
                .hasText("Decided by " + other.nickname());

        page.navigate("/moderation/");
        page.locator("#item-" + second).focus();
        page.keyboard().press("x");
        PlaywrightAssertions.assertThat(page.locator("#item-" + second + " .item-decision"))
                .isVisible(patience);
        await().untilAsserted(() -> assertThat(testDatabase.of("SELECT decided FROM review_item WHERE id = ?", second))
                .isPositive());
    }

    @Test
    void reportOpensOnThePage() {
        long answer = troll.answer(question, "An answer to report");
        Page page = browsers.of(ann, "/question/" + question + "/");
        page.locator("#answer-" + answer + " a.report").click();
        var dialog = page.locator("dialog.report-dialog");
        dialog.getByText("Report it").click();
        PlaywrightAssertions.assertThat(dialog.locator("#report-reason-error"))
                .not()
                .isEmpty();

        dialog.getByText("Rude or abusive").click();
        dialog.getByText("Report it").click();
        PlaywrightAssertions.assertThat(page.locator(".toasts")).containsText("A moderator will look at it");
        PlaywrightAssertions.assertThat(dialog).hasCount(0);
        assertThat(item(answer)).isPositive();
    }

    @Test
    void pagesOfPrivilegesAndRoles() {
        assertThat(ann.get("/help/privileges/")
                        .page()
                        .select("#privilege-close")
                        .text())
                .contains("from a rating of 500")
                .doesNotContain("you can do this");
        assertThat(ann.last().page().select("#privilege-vote").text()).contains("everybody", "you can do this");
        assertThat(ann.get("/moderation/").status()).isEqualTo(403);
        assertThat(ann.last().body()).contains("You can review suggested edits from a rating of 500.");

        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", other.nickname());
        Visitor chief = Visitor.guest().signIn(other.nickname());
        chief.get("/admin/members/?q="
                + troll.nickname().substring(0, troll.nickname().length() - 1));
        chief.submit("form.role:has([value=" + troll.nickname() + "])", Map.of("role", "moderator"));
        assertThat(chief.last().page().select("[role=status]").text())
                .contains(troll.nickname() + " is now: Moderator");
        assertThat(Visitor.guest().signIn(troll.nickname()).get("/moderation/").status())
                .isEqualTo(200);
        assertThat(chief.get("/admin/members/?q=" + troll.email())
                        .page()
                        .select(".managed-members")
                        .text())
                .contains(troll.nickname());
        assertThat(chief.get("/admin/members/?role=moderator")
                        .page()
                        .select(".managed-members")
                        .text())
                .contains(troll.nickname());
    }
}
