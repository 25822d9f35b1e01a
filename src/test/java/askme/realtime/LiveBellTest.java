package askme.realtime;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Notified;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The number beside the bell follows the member's notifications, in all tabs, without polling. */
@QuarkusTest
class LiveBellTest {

    private static final double PATIENCE_MS = 30_000;
    private static final int IDLE_MS = 120_000;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Inject
    Notified notified;

    static void shows(Page page, String unread, String title) {
        Locator bell = page.locator("#bell");
        assertThat(bell)
                .hasAttribute(
                        "data-unread", unread, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
        assertThat(page).hasTitle(Pattern.compile(title));
    }

    /** The page and the connection that its scripts open. */
    private static Page open(BrowserContext profile, String path, List<String> sockets) {
        Page page = profile.newPage();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.navigate(path);
        return page;
    }

    @Test
    void allTabsShowTheNumberByOneConnectionEach() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        BrowserContext profile = browsers.profile(scenario.asker, new Browser.NewContextOptions());
        List<String> sockets = new CopyOnWriteArrayList<>();
        Page question = open(profile, scenario.path(), sockets);
        LiveScenario.awaitLive(question);
        Page list = open(profile, "/tags/", sockets);
        Page other = browsers.of(scenario.answerer, "/");
        shows(question, "0", "^How does it go");
        assertThat(list.locator(".bell-count")).isHidden();
        notified.ofAnswer(scenario.asker, scenario.answerer, scenario.question);
        for (Page page : List.of(question, list)) {
            shows(page, "1", "^\\(1\\) ");
            assertThat(page.locator("#bell")).hasAttribute("aria-label", "Notifications, 1 unread");
            assertThat(page.locator(".bell-count")).hasText("1");
        }
        notified.set(scenario.asker, 250);
        for (Page page : List.of(question, list)) {
            shows(page, "250", "^\\(99\\+\\) ");
            assertThat(page.locator(".bell-count")).hasText("99+");
        }
        notified.read(scenario.asker);
        shows(question, "0", "^How does it go");
        shows(list, "0", "^[^(]");
        assertThat(sockets).hasSize(2);
        shows(other, "0", "^[^(]");
    }

    @Test
    void followerOfAQuestionHearsTheBellAndFindsTheAnswer() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Page page = browsers.of(Visitor.member("eve"), scenario.path());
        Locator follow = page.locator("form.follow").first();
        follow.locator("button").click();
        assertThat(follow.locator("button")).hasAttribute("aria-pressed", "true");
        assertThat(follow.locator(".number")).hasText("2");
        page.navigate("/tags/");
        long answer = scenario.answerer.answer(scenario.question, "Like this");
        shows(page, "1", "^\\(1\\) ");
        page.locator("#bell").click();
        page.locator(".notifications .row-title").first().click();
        assertThat(page).hasURL(Pattern.compile("#answer-" + answer + "$"));
        shows(page, "0", "^[^(]");
    }

    @Test
    void guestHasNoBellAndConnectsOnlyOnAQuestion() {
        List<String> sockets = new CopyOnWriteArrayList<>();
        Page page = open(browsers.profile(Visitor.guest(), new Browser.NewContextOptions()), "/", sockets);
        page.waitForLoadState();
        assertThat(page.locator("#bell")).hasCount(0);
        assertThat(page.locator("[data-behaviour=bell]")).hasCount(0);
        assertThat(sockets).isEmpty();
    }

    @Test
    void numberIsRightAfterAnOutage() {
        Visitor member = Visitor.member("ann");
        Page page = browsers.of(member, "/");
        notified.set(member, 2);
        shows(page, "2", "^\\(2\\) ");
        try (Outage hub = Outage.kill(Outage.REALTIME)) {
            notified.set(member, 5);
        }
        shows(page, "5", "^\\(5\\) ");
        notified.set(member, 4);
        shows(page, "4", "^\\(4\\) ");
    }

    @Test
    void bellIsALinkWithoutScripts() {
        Visitor member = Visitor.member("ann");
        member.get("/");
        assertThat(member.last().page().selectFirst("a#bell").attr("href")).isEqualTo("/notifications/");
    }

    /** The connection's own pings are no requests. */
    @Test
    @Tag("full")
    @Tag("live")
    void idleTabsRequestNothing() {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        List<Page> tabs = List.of(browsers.of(scenario.asker, "/"), scenario.read(scenario.asker, ""));
        notified.set(scenario.asker, 1);
        List<String> requests = new CopyOnWriteArrayList<>();
        for (Page tab : tabs) {
            shows(tab, "1", "^\\(1\\) ");
            tab.waitForLoadState(LoadState.NETWORKIDLE);
            tab.onRequest(request -> requests.add(request.url()));
            tab.onWebSocket(socket -> requests.add(socket.url()));
        }
        tabs.get(0).waitForTimeout(IDLE_MS);
        assertThat(requests).isEmpty();
        notified.set(scenario.asker, 2);
        tabs.forEach(tab -> shows(tab, "2", "^\\(2\\) "));
    }
}
