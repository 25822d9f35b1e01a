package askme.realtime;

import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that was disconnected for a long time shows each answer once and in order after it reconnects. */
@QuarkusTest
@Tag("full")
@Tag("live")
class LongAbsenceTest {

    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Inject
    RealtimeConfig config;

    @Test
    void pageShowsAnswersAfterLongHubOutage() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        List<Long> posted;
        try (Outage hub = Outage.kill(Outage.REALTIME)) {
            Instant killed = Instant.now();
            eventually(guest.locator("#live-state[data-state=lost]")).isVisible();
            posted = List.of(
                    scenario.answerer.answer(scenario.question, "One"),
                    scenario.answerer.answer(scenario.question, "Two"));
            guest.waitForCondition(
                    () -> Instant.now().isAfter(killed.plus(OUTAGE)),
                    new Page.WaitForConditionOptions().setTimeout(2 * OUTAGE.toMillis()));
        }
        showsOnce(guest, posted);
    }

    @Test
    void pageShowsAnswersAfterLaptopSleep() throws Exception {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        assertThat(listened(scenario.question)).isTrue();
        List<String> renderers = renderers(guest);
        signal("-STOP", renderers);
        long before = scenario.answerer.answer(scenario.question, "While the hub still thinks it listens");
        // No pong arrives, so the hub closes the connection.
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !listened(scenario.question));
        long after = scenario.answerer.answer(scenario.question, "While nobody listens");
        signal("-CONT", renderers);
        showsOnce(guest, List.of(before, after));
    }

    /** The processes that run the scripts of pages. The process with the sockets is not stopped. */
    private static List<String> renderers(Page page) {
        CDPSession devTools = page.context().browser().newBrowserCDPSession();
        JsonArray processes = devTools.send("SystemInfo.getProcessInfo", null).getAsJsonArray("processInfo");
        return processes.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(process -> process.get("type").getAsString().equals("renderer"))
                .map(process -> process.get("id").getAsString())
                .toList();
    }

    private static void signal(String signal, List<String> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        command.addAll(processes);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private boolean listened(long question) {
        return given().header("X-API-Key", config.apiKey())
                .body("{}")
                .post(config.apiUrl() + "/channels")
                .body()
                .asString()
                .contains("\"" + Channels.ofQuestion(question, false) + "\"");
    }

    /** The page shows the answers after its first one. The time limit allows for the client's longest pause. */
    private static void showsOnce(Page page, List<Long> posted) {
        LiveScenario.awaitLive(page);
        Locator shown = answers(page);
        eventually(shown).hasCount(1 + posted.size());
        assertThat(shown.all().stream()
                        .skip(1)
                        .map(card -> Long.parseLong(card.getAttribute("data-answer-id")))
                        .toList())
                .isEqualTo(posted);
    }
}
