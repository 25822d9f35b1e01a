package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes by other members that a reader sees without a reload. {@link LiveMatrixTest} has every combination. */
@QuarkusTest
@Tag("program")
class LiveTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void firstAnswerShowsHeadingAndCount() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        eventually(guest.locator("#answers-heading")).isHidden();
        long id = scenario.answerer.answer(scenario.question, "Like **this**");
        eventually(answer(guest, id).locator("strong")).hasText("this");
        eventually(guest.locator("#answers-heading")).hasText("1 answer");
        eventually(guest.locator(".no-answers")).isHidden();
        answer(guest, id).locator(".vote").first().click();
        guest.waitForURL("**/login/?continue=%2Fanswer%2F" + id + "%2F");
    }

    @Test
    void answerIsInsertedInOrder() {
        LiveScenario scenario = LiveScenario.with(3, browsers, testDatabase);
        testDatabase.change(
                "UPDATE answer SET rating = -1 WHERE question_id = ? ORDER BY id DESC LIMIT 1", scenario.question);
        Page guest = scenario.read(Visitor.guest().speaking("ru"), "");
        long id = scenario.answerer.answer(scenario.question, "In the middle");
        eventually(answers(guest)).hasCount(4);
        assertThat(answers(guest).nth(2).getAttribute("id")).isEqualTo("answer-" + id);
        eventually(guest.locator("#answers-heading")).hasText("4 ответа");
        guest.reload();
        assertThat(answers(guest).nth(2).getAttribute("id")).isEqualTo("answer-" + id);
    }

    @Test
    void answerBeyondFullPageIsLastAndPaginatorAppears() {
        LiveScenario scenario = LiveScenario.with(30, browsers, testDatabase);
        Page asker = scenario.read(scenario.asker, "");
        eventually(asker.locator(".paginator")).hasCount(0);
        long id = scenario.answerer.answer(scenario.question, "The thirty-first");
        eventually(answers(asker)).hasCount(31);
        assertThat(answers(asker).last().getAttribute("id")).isEqualTo("answer-" + id);
        eventually(answer(asker, id).locator(".beyond-mark"))
                .hasText("New. After a reload you will find it on page 2.");
        eventually(asker.locator(".paginator")).hasCount(1);
        asker.locator(".paginator a[rel=next]").click();
        eventually(answer(asker, id)).isVisible();
    }

    @Test
    void noticeIsVisibleAtEveryScrollPosition() {
        LiveScenario scenario = LiveScenario.with(70, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "?page=2");
        eventually(guest.locator("#live-state")).hasText("Live: you will see a notice here when somebody answers.");
        scenario.answerer.answer(scenario.question, "The seventy-first");
        eventually(guest.locator("#new-answers")).isVisible();
        String end = "document.querySelector('#answers').getBoundingClientRect().bottom + scrollY";
        for (int width : new int[] {1280, 390}) { // At 390 pixels, the sidebar and the footer are below the answers.
            guest.setViewportSize(width, 700);
            for (String place : new String[] {"0", "(" + end + ") / 2", end + " - innerHeight"}) {
                guest.evaluate("scrollTo(0, " + place + ")");
                var box = guest.locator("#new-answers").boundingBox();
                assertThat(box.y).as(width + " px, at " + place).isBetween(0.0, 700 - box.height);
                assertThat(box.height).as("one line").isLessThan(60);
            }
        }
    }

    @Test
    void deletionOfQuestionIsShown() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        scenario.asker.get(scenario.path() + "edit");
        scenario.asker.submit("form[action$=/delete]", Map.of());
        eventually(guest.locator("#live-state")).hasText("This question has been deleted.");
        eventually(guest.locator("#question-" + scenario.question)).isVisible();
        scenario.asker.submit("form[action$=/undelete]", Map.of());
        eventually(guest.locator("#live-state")).hasText("Live: new answers appear here as they are posted.");
    }

    @Test
    void anotherPageOnlyGetsANoticeWithALink() {
        LiveScenario scenario = LiveScenario.with(31, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "?page=2");
        scenario.answerer.answer(scenario.question, "The thirty-second");
        eventually(guest.locator("#new-answers a")).hasText("1 new answer – show it");
        long last = scenario.answerer.answer(scenario.question, "The thirty-third");
        eventually(guest.locator("#new-answers a")).hasText("2 new answers – show them");
        eventually(guest.locator("#answer-count")).hasText("33");
        eventually(answers(guest)).hasCount(1);
        guest.locator("#new-answers a").click();
        eventually(answer(guest, last)).isVisible();
    }

    @Test
    void ownAnswerAppearsOnceInEachWindow() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page here = scenario.read(scenario.answerer, "");
        Page there = scenario.read(scenario.answerer, "");
        there.locator("#your-answer summary").click(); // the form of a second answer is closed
        here.locator("#your-answer summary").click();
        there.locator("#text").fill("half a thought");
        here.locator("#text").fill("Mine");
        here.locator("#your-answer button[type=submit]").click();
        here.waitForURL("**/#answer-*");
        LiveScenario.awaitLive(here);
        eventually(answers(there)).hasCount(2);
        eventually(answers(here)).hasCount(2);
        eventually(answers(there).last().locator("a.edit")).isVisible();
        assertThat(answers(there).last().locator(".vote").first().isDisabled()).isTrue();
        assertThat(there.locator("#answered-meanwhile").isHidden()).isTrue();
    }

    @Test
    void writerIsNotifiedAndTextDoesNotMove() {
        LiveScenario scenario = LiveScenario.with(12, browsers, testDatabase);
        Page writer = scenario.read(scenario.asker, "");
        writer.locator("#text").click();
        writer.keyboard().type("While I was wri");
        double before = writer.locator("#text").boundingBox().y;
        long id = scenario.answerer.answer(scenario.question, "Something\n\nlong\n\nenough\n\nto move\n\nthings");
        eventually(writer.locator("#answered-meanwhile")).isVisible();
        assertThat(writer.locator("#answered-meanwhile a").getAttribute("href")).isEqualTo("#answer-" + id);
        assertThat(writer.locator("#text").boundingBox().y).isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));
        writer.keyboard().type("ting");
        assertThat(writer.locator("#text").inputValue()).isEqualTo("While I was writing");
    }

    @Test
    void insertedAnswerDoesNotMoveTheReadText() {
        LiveScenario scenario = LiveScenario.with(20, browsers, testDatabase);
        testDatabase.change("UPDATE answer SET rating = -1 WHERE question_id = ?", scenario.question);
        Page guest = scenario.read(Visitor.guest(), "");
        answers(guest).nth(10).scrollIntoViewIfNeeded();
        String reading = answers(guest).nth(10).getAttribute("id");
        double before = guest.locator("#" + reading).boundingBox().y;
        long id = scenario.answerer.answer(scenario.question, "Above\n\nall\n\nothers");
        eventually(answer(guest, id)).hasCount(1);
        assertThat(answers(guest).first().getAttribute("id")).isEqualTo("answer-" + id);
        assertThat(guest.locator("#" + reading).boundingBox().y)
                .isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void ratingMarkEditAndDeletionAppearInPlace() {
        LiveScenario scenario = LiveScenario.with(2, browsers, testDatabase);
        long id = scenario.answerer.answer(scenario.question, "First text");
        Page guest = scenario.read(Visitor.guest(), "");
        scenario.asker.postJson("/answer/" + id + "/vote", "{\"value\": 1}");
        eventually(answer(guest, id).locator(".rating")).hasText("1");
        scenario.asker.postJson("/answer/" + id + "/accept", "");
        eventually(guest.locator("#answer-" + id + ".accepted .accepted-mark")).isVisible();
        assertThat(answers(guest).last().getAttribute("id")).isEqualTo("answer-" + id);
        scenario.answerer.postJson("/question/" + scenario.question + "/vote", "{\"value\": -1}");
        eventually(guest.locator("#question-" + scenario.question + " .rating")).hasText("\u22121");

        scenario.answerer.get("/answer/" + id + "/edit/");
        scenario.answerer.submit("form:has(textarea)", Map.of("text", "Second *text*"));
        eventually(answer(guest, id).locator("em")).hasText("text");
        eventually(answer(guest, id).locator(".edited")).isVisible();
        eventually(answer(guest, id).locator(".rating")).hasText("1");
        scenario.asker.get("/question/" + scenario.question + "/edit/");
        scenario.asker.submit(
                "form:has(textarea)", Map.of("title", "What now?", "text", "Tell me *all*", "tags", "more"));
        eventually(guest.locator("h1")).hasText("What now?");
        eventually(guest.locator(".post.question em")).hasText("all");
        eventually(guest.locator(".post.question .tags")).hasText("more");

        scenario.answerer.get("/answer/" + id + "/edit/");
        Page author = scenario.read(scenario.answerer, "");
        scenario.answerer.submit("form.danger", Map.of());
        eventually(answer(guest, id)).hasCount(0);
        eventually(guest.locator("#answer-count")).hasText("2");
        scenario.answerer.submit("form[action$=/undelete]", Map.of());
        eventually(answer(guest, id).locator("em")).hasText("text");
        eventually(answer(guest, id).locator(".rating")).hasText("1");
        eventually(answer(author, id)).hasCount(1);
        eventually(guest.locator("#answer-count")).hasText("3");
    }

    @Test
    void receivedCardHasTheButtonsOfALoadedCard() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Page asker = scenario.read(scenario.asker, "");
        Page guest = scenario.read(Visitor.guest(), "");
        long id = scenario.answerer.answer(scenario.question, "Vote for me");
        answer(asker, id).locator(".vote.up").click();
        eventually(answer(guest, id).locator(".rating")).hasText("1");
        eventually(answer(asker, id).locator(".vote.up[aria-pressed=true]")).isVisible();
        answer(asker, id).locator(".accept button").click();
        eventually(guest.locator("#answer-" + id + ".accepted")).isVisible();
        asker.reload();
        eventually(answer(asker, id).locator(".accept button[aria-pressed=true]"))
                .isVisible();
    }

    @Test
    void pageCatchesUpOnceAndInOrderAfterOutage() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        long gone = scenario.answerer.answer(scenario.question, "Soon gone");
        Page guest = scenario.read(Visitor.guest(), "");
        long first;
        long second;
        try (Outage hub = Outage.kill(Outage.REALTIME)) {
            eventually(guest.locator("#live-state[data-state=lost]")).isVisible();
            first = scenario.answerer.answer(scenario.question, "One");
            second = scenario.answerer.answer(scenario.question, "Two");
            scenario.asker.postJson("/answer/" + second + "/vote", "{\"value\": 1}");
            scenario.answerer.get("/answer/" + gone + "/edit/");
            scenario.answerer.submit("form.danger", Map.of());
        }
        eventually(answer(guest, first)).hasCount(1);
        eventually(answer(guest, second)).hasCount(1);
        eventually(answer(guest, gone)).hasCount(0);
        LiveScenario.awaitLive(guest);
        eventually(answers(guest)).hasCount(3);
        assertThat(answers(guest).first().getAttribute("id")).isEqualTo("answer-" + second);
        assertThat(answers(guest).last().getAttribute("id")).isEqualTo("answer-" + first);
    }

    @Test
    void answerBetweenLoadAndSubscriptionIsShown() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page guest = browsers.of(Visitor.guest(), "/tags/");
        long[] early = new long[1];
        guest.route("**/realtime/token", route -> {
            if (early[0] == 0) {
                early[0] = scenario.answerer.answer(scenario.question, "In the gap");
            }
            route.resume();
        });
        guest.navigate(scenario.path());
        eventually(answers(guest)).hasCount(2);
        assertThat(answers(guest).last().getAttribute("id")).isEqualTo("answer-" + early[0]);
    }
}
