package askme.account.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey to a real provider, with its login page in a real browser. */
@QuarkusTest
@TestProfile(KeycloakTest.WithKeycloak.class)
@Tag("full")
@Tag("providers")
class KeycloakTest {

    private static final String PORT = "askme.test.keycloak-port";
    private static Keycloak keycloak;

    @RegisterExtension
    Browsers browsers = new Browsers();

    /** The address of the provider is known before the site starts. */
    public static class WithKeycloak implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                if (System.getProperty(PORT) == null) {
                    System.setProperty(PORT, Integer.toString(Keycloak.freePort()));
                }
                return Map.of(
                        "askme.oidc.keycloak.url",
                        Keycloak.issuer(port()),
                        "askme.oidc.keycloak.client-id",
                        "askme",
                        "askme.oidc.keycloak.client-secret",
                        Keycloak.SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int port() {
        return Integer.parseInt(System.getProperty(PORT));
    }

    @BeforeEach
    void start() throws Exception {
        if (keycloak == null) {
            keycloak = new Keycloak(port());
        }
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
    }

    @Test
    void personJoinsSignsOutAndConfirms() {
        String name = Visitor.unique("olga");
        Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions())
                .newPage();
        page.navigate("/login/?continue=/tags/");
        page.click("text=Sign in with Keycloak");
        signInThere(page, true);
        page.fill("[name=nickname]", name);
        page.click(".auth-card [type=submit]");
        assertThat(page).hasURL(Pattern.compile(".*/tags/"));
        assertThat(page.locator(".nickname").first()).hasText(name);

        page.navigate("/profile/security/app/");
        page.click("text=Sign in with Keycloak again");
        signInThere(page, false);
        assertThat(page.locator(".secret")).isVisible();

        page.click(".user-menu summary");
        page.click(".user-menu form[action$='logout/'] button");
        page.click("text=Sign out of Keycloak too");
        page.click("#kc-logout");
        assertThat(page.locator("nav.user-block")).isVisible();
        page.navigate("/login/");
        page.click("text=Sign in with Keycloak");
        signInThere(page, true);
        assertThat(page.locator(".nickname").first()).hasText(name);
    }

    /** @param asksForName whether Keycloak does not know who it is */
    private static void signInThere(Page page, boolean asksForName) {
        if (asksForName) {
            page.fill("#username", Keycloak.PERSON);
        }
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
    }
}
