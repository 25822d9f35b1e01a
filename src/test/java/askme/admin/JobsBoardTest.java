package askme.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jobs page in a browser. It refreshes itself. */
@QuarkusTest
@Tag("program")
class JobsBoardTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void phoneShowsEveryFigureAndButton() {
        String nickname = Visitor.member("boss").nickname();
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
        Page page = browsers.of(Visitor.guest().signIn(nickname), "/admin/jobs/");
        page.setViewportSize(390, 844);
        assertThat(page.locator("[data-queue=mail] td:visible")).hasCount(9);
        assertThat(page.locator("[data-queue=mail] [role=cell] button")).isVisible();
        Assertions.assertThat((Integer) page.evaluate("""
                        () => [...document.querySelectorAll('.admin td, .admin td button')]
                          .filter(e => e.getBoundingClientRect().right > innerWidth - 16).length""")).isZero();
        Assertions.assertThat((String) page.locator("[data-queue=mail] td")
                        .first()
                        .evaluate("e => getComputedStyle(e, '::before').content"))
                .isEqualTo("\"Waiting\"");
    }

    @Test
    void openPageRefreshesAndKeepsTheFocus() {
        String nickname = Visitor.member("boss").nickname();
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
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
        assertThat(page.locator(".flash, .toast-note").first()).containsText("Queue digest resumed");
    }
}
