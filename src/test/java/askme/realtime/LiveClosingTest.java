package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Closing, locking, merging and converting appear in open pages. */
@QuarkusTest
class LiveClosingTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    private Visitor moderator() {
        String name = Visitor.member("chief").nickname();
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", name);
        return Visitor.guest().signIn(name);
    }

    private static void act(Visitor by, String path, String... fields) {
        Map<String, String> form = fields.length == 0
                ? Map.of("csrf-token", by.csrfToken())
                : fields.length == 2
                        ? Map.of("csrf-token", by.csrfToken(), fields[0], fields[1])
                        : Map.of("csrf-token", by.csrfToken(), fields[0], fields[1], fields[2], fields[3]);
        org.assertj.core.api.Assertions.assertThat(by.postOnce(path, form).status())
                .as(path)
                .isEqualTo(303);
    }

    @Test
    void formVanishesAndReturnsWhileATypedTextStays() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Visitor moderator = moderator();
        Page reader = scenario.read(Visitor.guest(), "");
        Page writer = scenario.read(Visitor.member("writer"), "");
        writer.locator("#your-answer textarea").fill("What I have typed so far");
        act(moderator, scenario.path() + "close", "reason", "off-topic");
        eventually(reader.locator(".closed-note")).isVisible();
        eventually(reader.locator("#your-answer form")).isHidden();
        eventually(writer.locator(".closed-note")).isVisible();
        assertThat(writer.locator("#your-answer textarea")).hasValue("What I have typed so far");
        assertThat(writer.locator("#your-answer [type=submit]")).isDisabled();
        act(moderator, scenario.path() + "reopen");
        eventually(reader.locator("#your-answer form")).isVisible();
        eventually(reader.locator(".closed-note")).hasCount(0);
        assertThat(writer.locator("#your-answer [type=submit]")).isEnabled();
        act(moderator, scenario.path() + "lock", "reason", "Too much heat");
        eventually(reader.locator("#question-state .locked-note")).isVisible();
    }

    @Test
    void mergedAnswersLeaveOnePageAndArriveAtTheOther() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        LiveScenario other = LiveScenario.with(1, browsers, testDatabase);
        Visitor moderator = moderator();
        Page here = scenario.read(Visitor.guest(), "");
        Page there = other.read(Visitor.guest(), "");
        act(moderator, scenario.path() + "close", "reason", "duplicate", "of", String.valueOf(other.question));
        act(moderator, scenario.path() + "merge");
        eventually(answers(here)).hasCount(0);
        eventually(answers(there)).hasCount(2);
        eventually(there.locator("#answers-heading")).hasText("2 answers");
        assertThat(here.locator("#question-state")).containsText("have moved there");
    }

    @Test
    void renamedTagAppears() {
        String tag = "live-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        long tagged = scenario.asker.ask("What is the tag?", "It gets another name", tag);
        Page guest = browsers.of(Visitor.guest(), "/question/" + tagged + "/");
        LiveScenario.awaitLive(guest);
        act(moderator(), "/tag/" + tag + "/rename", "name", tag + "s", "confirmed", "yes");
        eventually(guest.locator(".question .tags .tag")).hasText(tag + "s");
        assertThat(guest.locator(".question .tags .tag")).hasAttribute("href", "/tag/" + tag + "s/");
    }

    @Test
    void convertedAnswerAppearsAsAComment() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Visitor moderator = moderator();
        long id = scenario.answerer.answer(scenario.question, "Rather a comment than an answer");
        act(scenario.asker, "/answer/" + id + "/comments", "text", "A comment that moves along");
        Page guest = scenario.read(Visitor.guest(), "");
        act(moderator, "/answer/" + id + "/comment", "on", "");
        eventually(answer(guest, id)).hasCount(0);
        eventually(guest.locator("#question-" + scenario.question + " .comment"))
                .hasCount(2);
    }
}
