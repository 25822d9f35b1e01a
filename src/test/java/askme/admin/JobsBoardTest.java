package askme.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.Numbers;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator's page in a browser: it keeps itself fresh. */
@QuarkusTest
class JobsBoardTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    Numbers numbers;

    @Test
    void anOpenPageShowsWhatHappensAndKeepsTheFocus() {
        String nickname = Visitor.member("boss").nickname();
        numbers.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
        Visitor admin = Visitor.guest().signIn(nickname);
        Page page = browsers.of(admin, "/admin/jobs/");
        page.locator("#pause-digest").focus();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "admin-jobs.png"))
                .setFullPage(true));

        admin.get("/admin/jobs/");
        admin.submit("[data-queue=digest] form", Map.of());
        assertThat(page.locator("[data-queue=digest] .badge")).hasText("paused");
        assertThat(page.locator("#pause-digest")).isFocused();
        page.locator("#pause-digest").click();
        assertThat(page.locator(".flash, .toast-note").first()).containsText("Queue digest goes on");
    }
}
