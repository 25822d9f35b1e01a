package askme.push;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Browsers;
import askme.support.Notified;
import askme.support.ReceiverFixture;
import askme.support.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The button and the service worker in Chromium. Its push service cannot be reached from here: the page gets a subscription at the
 * test's service, and the developer tools deliver what that service has received.
 */
@QuarkusTest
class PushInBrowserTest {

    /** A subscription that lives as long as the browser's, with the keys of the test. */
    private static final String SUBSCRIPTION = """
            const wish = %s;
            const subscription = {
              endpoint: wish.endpoint,
              toJSON: () => wish,
              unsubscribe: async () => localStorage.removeItem('subscribed'),
            };
            PushManager.prototype.getSubscription = async () => (localStorage.getItem('subscribed') ? subscription : null);
            PushManager.prototype.subscribe = async function (options) {
              if (!options.userVisibleOnly || options.applicationServerKey.length !== 87) throw new TypeError();
              localStorage.setItem('subscribed', 'yes');
              return subscription;
            };
            """;

    private static final String SHOWN = """
            async () => {
              const registration = await navigator.serviceWorker.ready;
              return (await registration.getNotifications()).map(({ title, body, data }) => [title, body, data.url]);
            }
            """;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    Notified notified;

    private final ReceiverFixture service = new ReceiverFixture();
    private final BrowserKeys keys = new BrowserKeys();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void memberTurnsPushesOnSeesOneAndTurnsThemOff() {
        Visitor asker = Visitor.member("ann");
        Visitor answerer = Visitor.member("bob");
        long question = asker.ask("What is pushed?", "Tell me", "");
        BrowserContext profile =
                browsers.profile(asker, new Browser.NewContextOptions().setPermissions(List.of("notifications")));
        profile.addInitScript(SUBSCRIPTION.formatted(keys.json(service.endpoint("a"))));
        Page page = profile.newPage();
        page.navigate("/push/subscriptions/");
        CDPSession tools = profile.newCDPSession(page);
        List<JsonObject> registrations = new CopyOnWriteArrayList<>();
        tools.on("ServiceWorker.workerRegistrationUpdated", registrations::add);
        tools.send("ServiceWorker.enable");

        page.locator("button", new Page.LocatorOptions().setHasText("Turn on for this device"))
                .click();
        assertThat(page.locator("[data-hash] .badge")).hasText("this device");
        long id = notified.ofAnswer(asker, answerer, question);
        await().until(() -> service.at("a").size() == 1);
        deliver(tools, registrations, page);
        await().until(() -> page.evaluate(SHOWN)
                .equals(List.of(List.of("1 new answer", "What is pushed?", "/notifications/" + id + "/"))));

        notified.again(asker, id);
        await().until(() -> service.at("a").size() == 2);
        deliver(tools, registrations, page);
        await().until(() -> page.evaluate(SHOWN).toString().contains("2 new answers"));
        assertThat((List<?>) page.evaluate(SHOWN)).hasSize(1);

        page.locator("button", new Page.LocatorOptions().setHasText("Turn off for this device"))
                .click();
        assertThat(page.locator("[data-hash]")).hasCount(0);
        assertThat(page.locator("button", new Page.LocatorOptions().setHasText("Turn on for this device")))
                .isVisible();
    }

    private void deliver(CDPSession tools, List<JsonObject> registrations, Page page) {
        List<ReceiverFixture.Received> received = service.at("a");
        JsonObject params = new JsonObject();
        params.addProperty("origin", page.evaluate("location.origin").toString());
        await().until(() -> !registrations.isEmpty());
        JsonObject last = registrations.get(registrations.size() - 1);
        params.addProperty(
                "registrationId",
                last.getAsJsonArray("registrations")
                        .get(0)
                        .getAsJsonObject()
                        .get("registrationId")
                        .getAsString());
        params.addProperty(
                "data", keys.decrypt(received.get(received.size() - 1).body()));
        tools.send("ServiceWorker.deliverPushMessage", params);
    }
}
