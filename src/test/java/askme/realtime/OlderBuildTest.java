package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * During a deployment, pages and workers of two builds exchange HTML. Builds before 0.1.0 name the text of a post by the class
 * {@code what}. Remove this class together with that name in the templates and in live-page.js.
 */
@QuarkusTest
class OlderBuildTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    private long question;
    private long answer;

    /** Edited a moment ago, so that the catch-up sends both texts again. */
    @BeforeEach
    void editQuestionAndAnswer() {
        Visitor asker = Visitor.member("ann");
        Visitor answerer = Visitor.member("bob");
        question = asker.ask("A question of two builds", "Old question", "deploy");
        answer = answerer.answer(question, "Old answer");
        asker.get(path() + "edit");
        asker.submit("form:has(textarea)", Map.of("text", "Edited question"));
        answerer.get("/answer/" + answer + "/edit/");
        answerer.submit("form:has(textarea)", Map.of("text", "Edited answer"));
    }

    private String path() {
        return "/question/" + question + "/";
    }

    @Test
    void newPageShowsTextFromOldWorker() {
        Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions())
                .newPage();
        page.route("**/answers/since?*", OlderBuildTest::asFromOldWorker);
        page.navigate(path());
        for (String post : new String[] {"#question-" + question, "#answer-" + answer}) {
            eventually(page.locator(post + " .post-content strong")).hasText("from an old worker");
            assertThat(page.locator(post + " .post-content").count()).as(post).isOne();
        }
        eventually(answer(page, answer).locator(".post-content .signature")).isVisible();
    }

    private static void asFromOldWorker(Route route) {
        APIResponse response = route.fetch();
        String body = response.text()
                .replace("post-content what", "what")
                .replaceAll("Edited (question|answer)", "<strong>from an old worker</strong>");
        route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
    }

    @Test
    void oldPageFindsTextFromNewWorker() throws Exception {
        Reply reply = Visitor.guest().get(path() + "answers/since?after=" + answer + "&at=1&known=" + answer);
        JsonNode changes = new ObjectMapper().readTree(reply.body()).get("changes");
        assertThat(changes).hasSize(2);
        for (JsonNode change : changes) {
            var published = Jsoup.parseBodyFragment(change.get("html").get("en").asText());
            assertThat(published.select(".what .signature"))
                    .as(change.get("kind").asText())
                    .hasSize(1);
        }
    }
}
