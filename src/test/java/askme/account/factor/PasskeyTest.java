package askme.account.factor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passkeys in Chromium, with its virtual authenticator. */
@QuarkusTest
class PasskeyTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase database;

    @Test
    void memberAddsAPasskeySignsInWithItAndRemovesIt() {
        Visitor ann = Visitor.member("ann");
        BrowserContext profile = browsers.profile(ann, new Browser.NewContextOptions());
        Page page = profile.newPage();
        authenticator(profile, page);

        page.navigate("/profile/security/passkeys/");
        page.fill("[name=name]", "The key of the test");
        page.click(".auth-card button[type=submit]");
        assertThat(page.locator("[aria-labelledby=passkeys-heading] strong")).hasText("The key of the test");

        signOut(page);
        page.navigate("/login/?continue=/tags/");
        page.click(".passkey-form button");
        assertThat(page).hasURL(Pattern.compile(".*/tags/"));
        assertThat(page.locator(".nickname").first()).hasText(ann.nickname());

        page.navigate("/profile/security/");
        page.click("form[action$=second-step] button");
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        signOut(page);
        page.navigate("/login/");
        page.fill("[name=login]", ann.nickname());
        page.fill("[name=password]", Visitor.PASSWORD);
        page.click("form:has([name=login]) button[type=submit]");
        assertThat(page).hasURL(Pattern.compile(".*/login/second/"));
        page.click(".passkey-form button");
        assertThat(page.locator(".nickname").first()).hasText(ann.nickname());

        page.navigate("/profile/security/");
        page.click("form[action$=remove] button");
        assertThat(page.locator("[aria-labelledby=passkeys-heading] strong")).hasCount(0);
        Assertions.assertThat(database.of("SELECT second_factor FROM member WHERE nickname = ?", ann.nickname()))
                .as("a second step that nobody could pass")
                .isZero();
    }

    @Test
    void answerWithoutAPasskeyIsRefused() {
        Visitor guest = Visitor.guest();
        for (String credential : new String[] {"{}", "nonsense", ""}) {
            String token = JsonPath.from(guest.get("/login/passkey").body()).getString("token");
            guest.get("/login/");
            Visitor.Reply page =
                    guest.submit("form[action$='/login/passkey']", Map.of("token", token, "credential", credential));
            Assertions.assertThat(page.url()).contains("/login/");
            Assertions.assertThat(page.page().text()).contains("The passkey did not work");
        }
    }

    private static void signOut(Page page) {
        page.click(".user-menu summary");
        page.click(".user-menu form[action$='logout/'] button");
        assertThat(page.locator(".user-menu")).hasCount(0);
    }

    /** One of the device, which is unlocked at once. */
    private static void authenticator(BrowserContext profile, Page page) {
        CDPSession tools = profile.newCDPSession(page);
        tools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        tools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
