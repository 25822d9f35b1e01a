package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Every page at a desk and on a phone, and what a page loads and moves. */
@QuarkusTest
class AccessibilityTest extends AccessiblePages {

    private static final int MOST_KB = 120;

    /** Each width and each scheme once. {@link AccessibilityOfAllViewsTest} has the others. */
    @Override
    List<View> views() {
        return List.of(new View(1280, ColorScheme.LIGHT), new View(390, ColorScheme.DARK));
    }

    /** A quarter of the pages in each window, for the time of the suite; the group {@code views} has them all. */
    @Override
    boolean opens(int view, int stop) {
        return stop % 4 == 2 * view;
    }

    @Test
    void questionPageLoadsFewBytes() {
        BrowserContext profile = browsers.profile(ann, new Browser.NewContextOptions());
        Page page = profile.newPage();
        ConcurrentLinkedQueue<Response> assets = new ConcurrentLinkedQueue<>();
        page.onResponse(response -> {
            if (response.url().contains("/static/")) {
                assets.add(response);
            }
        });
        page.navigate("/question/" + question + "/");
        page.locator("#live-state[data-state=live]").waitFor();
        long bytes = assets.stream()
                .filter(r -> r.url().matches(".*\\.(js|css)"))
                .mapToLong(r -> r.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes / 1024).isBetween(1L, (long) MOST_KB);
        assertThat(assets).allSatisfy(r -> {
            assertThat(r.headerValue("Cache-Control")).contains("immutable");
            assertThat(r.url()).matches(".*-[A-Z0-9]{8}\\.\\w+");
        });
    }

    @Test
    void picturesAndScriptsDoNotShiftTheLayout() {
        for (String path : new String[] {"/", "/question/" + question + "/", "/members/"}) {
            Page page = browsers.profile(ann, new Browser.NewContextOptions()).newPage();
            List<Route> pictures = new ArrayList<>();
            page.route("**/avatar/**", pictures::add);
            page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            page.waitForTimeout(300); // Time to paint without them.
            assertThat(pictures).isNotEmpty();
            List.copyOf(pictures).forEach(Route::resume);
            page.waitForLoadState();
            double shift = ((Number) page.evaluate("new Promise(done => { let sum = 0;"
                            + " new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
                            + ".observe({ type: 'layout-shift', buffered: true });"
                            + " requestAnimationFrame(() => setTimeout(() => done(sum), 300)); })"))
                    .doubleValue();
            assertThat(shift).as(path).isLessThan(0.05);
        }
    }

    @Test
    void lateSidebarDoesNotShiftTheLayout() {
        Page page = browsers.of(ann, "/members/");
        page.evaluate("document.querySelector('.sidebar').append('Popular tags')");
        String width = "document.querySelector('main').offsetWidth";
        Object whole = page.evaluate(width);
        page.evaluate(
                "document.querySelector('.site-footer').remove(), document.querySelector('.sidebar').replaceChildren()");
        assertThat(page.evaluate(width)).as("its first tag is there").isEqualTo(whole);
        page.evaluate("document.querySelector('.sidebar').remove()");
        assertThat(page.evaluate(width)).isEqualTo(whole);
    }

    @Test
    void themeOfTheReaderOverridesTheSystem() {
        Page page = browsers.of(ann, "/");
        String ground = "getComputedStyle(document.body).backgroundColor";
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Object light = page.evaluate(ground);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Object dark = page.evaluate(ground);
        assertThat(dark).isNotEqualTo(light);
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        assertThat(page.evaluate(ground)).isEqualTo(light);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        assertThat(page.evaluate(ground)).isEqualTo(dark);
        String sheet = page.locator("link[rel=stylesheet]").getAttribute("href");
        assertThat(Visitor.guest().get(sheet).body()).contains("--dark").doesNotContain("light-dark(");
    }
}
