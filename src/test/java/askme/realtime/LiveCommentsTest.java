package askme.realtime;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A comment appears, changes and goes in the other browser, in its place and once. */
@QuarkusTest
class LiveCommentsTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void otherBrowserFollowsAComment() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        Page writer = scenario.read(scenario.answerer, "");
        String post = "#question-" + scenario.question + " ";
        writer.locator(post + ".add-comment").click();
        writer.locator(post + "textarea").fill("ab");
        writer.locator(post + ".comment-form [type=submit]").click();
        assertThat(writer.locator(post + ".invalid-feedback")).hasText("Write at least three characters.");
        writer.locator(post + "textarea").fill("What is **new** here?");
        writer.locator(post + ".comment-form [type=submit]").click();
        assertThat(writer.locator(post + ".comment")).hasCount(1);
        assertThat(writer.locator(post + ".comment-form")).hasCount(0);
        Locator comment = guest.locator(post + ".comment");
        assertThat(comment.locator(".comment-text")).hasText("What is new here?");
        assertThat(comment.locator("strong")).hasText("new");
        assertThat(comment).hasCount(1);
        assertThat(comment.locator(".edit")).hasCount(0);
        assertThat(writer.locator(post + ".comment .comment-line .edit")).hasCount(1);

        String id = comment.getAttribute("data-comment-id");
        scenario.asker.postJson("/comment/" + id + "/vote", "{\"value\":1}");
        assertThat(comment.locator(".rating")).hasText("1");
        scenario.answerer.get("/comment/" + id + "/edit/");
        scenario.answerer.submit("form:has(textarea)", Map.of("text", "What was changed here?"));
        assertThat(comment.locator(".comment-text")).hasText("What was changed here?");
        assertThat(comment.locator(".rating")).hasText("1");
        scenario.answerer.get("/comment/" + id + "/edit/");
        scenario.answerer.submit("form[action$=/delete]", Map.of());
        assertThat(comment).hasCount(0);
        assertThat(writer.locator(post + ".comment")).hasCount(0);
    }

    @Test
    void otherCommentsAreShownOnDemand() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        String comments = "/question/" + scenario.question + "/comments";
        for (int i = 0; i < 7; i++) {
            scenario.answerer.get(comments + "/");
            scenario.answerer.submit(".comment-form", Map.of("text", "Comment number " + i));
        }
        Page guest = scenario.read(Visitor.guest(), "");
        assertThat(guest.locator(".comment")).hasCount(5);
        guest.locator(".more-comments").click();
        assertThat(guest.locator(".comment")).hasCount(7);
        assertThat(guest.locator(".comment").last()).containsText("Comment number 6");
        assertThat(guest).hasURL(Pattern.compile("/question/" + scenario.question + "/$"));
    }
}
