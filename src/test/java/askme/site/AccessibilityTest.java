package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page at a desk and on a phone, light and dark: axe-core finds nothing serious, and no page scrolls sideways. */
@QuarkusTest
class AccessibilityTest {

    private static final int MOST_KB = 120;
    private static final String FINDINGS = "axe.run().then(r => r.violations"
            + ".filter(v => ['moderate', 'serious', 'critical'].includes(v.impact))"
            + ".map(v => v.id + ' ' + v.nodes[0].target.join(' ')).join('; '))";

    @RegisterExtension
    Browsers browsers = new Browsers();

    /** Empties a form and sends it. */
    private static final String SEND_EMPTY = "form => { for (const field of form.querySelectorAll("
            + "'input:not([type=hidden], [type=checkbox], [type=file]), textarea')) field.value = ''; form.requestSubmit(); }";

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;

    /** A page to check; if a form is named, the page with the errors of that form. */
    private record Stop(String path, String form) {

        static Stop at(String path) {
            return new Stop(path, null);
        }

        @Override
        public String toString() {
            return form == null ? path : path + " " + form;
        }
    }

    @BeforeEach
    void createPosts() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask(
                "Is this page for everybody?",
                "# Heading\n\nWith `code`, a [link](/hot/) and\n\n| a | b |\n|-|-|\n| 1 | 2 |",
                "access, c++");
        answer = bob.answer(question, "```java\nint x = 1;\n```\n> quoted");
    }

    @Test
    void guestPagesAreAccessible() throws IOException {
        lookAt(
                Visitor.guest(),
                Stop.at("/"),
                Stop.at("/hot/"),
                Stop.at("/tags/"),
                Stop.at("/members/"),
                Stop.at("/tag/access/"),
                Stop.at("/question/" + question + "/"),
                Stop.at("/login/"),
                Stop.at("/login/forgotten/"),
                Stop.at("/signup/"),
                Stop.at("/search/?q=everybody"),
                Stop.at("/search/?q="),
                Stop.at("/search/?q=nobodywritesthis"),
                Stop.at("/member/" + ann.nickname() + "/"),
                Stop.at("/member/" + ann.nickname() + "/?tab=answers"),
                Stop.at("/member/" + bob.nickname() + "/?tab=answers"),
                Stop.at("/nowhere/"),
                new Stop("/login/", "main form"),
                new Stop("/signup/", "main form"));
    }

    @Test
    void memberPagesAreAccessible() throws IOException {
        String thread = "/question/" + question + "/";
        lookAt(
                ann,
                Stop.at("/ask/"),
                Stop.at("/profile/edit/"),
                Stop.at(thread),
                Stop.at(thread + "edit"),
                new Stop("/ask/", "main form"),
                new Stop(thread, "#your-answer form"),
                new Stop(thread + "edit", "main form"),
                new Stop("/profile/edit/", "form:has([name=nickname])"),
                new Stop("/profile/edit/", "form:has([name=currentPassword])"));
        lookAt(bob, Stop.at("/answer/" + answer + "/edit"), new Stop("/answer/" + answer + "/edit", "main form"));
    }

    @Test
    void operatorPageIsAccessible() throws IOException {
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", ann.nickname());
        Visitor admin = Visitor.guest().signIn(ann.nickname());
        lookAt(admin, Stop.at("/admin/jobs/"), new Stop("/admin/jobs/", "form:has([name=address])"));
    }

    private void lookAt(Visitor visitor, Stop... stops) throws IOException {
        List<String> findings = new ArrayList<>();
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                BrowserContext profile = browsers.profile(
                        visitor,
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(scheme));
                // The same template tags show errors in all forms, so two of the four views are enough.
                boolean diagonal = (width == 1280) == (scheme == ColorScheme.LIGHT);
                for (Stop stop : stops) {
                    if (stop.form != null && !diagonal) {
                        continue;
                    }
                    inspect(profile, stop, findings, width + " " + scheme + " " + stop);
                }
                profile.close();
            }
        }
        assertThat(findings).isEmpty();
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

    private static void inspect(BrowserContext profile, Stop stop, List<String> findings, String where)
            throws IOException {
        Page page = profile.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = message.text().matches(".*status of (404|422).*");
            if (message.type().equals("error") && !expected) {
                findings.add(where + " console: " + message.text());
            }
        });
        page.navigate(stop.path);
        if (stop.form != null) {
            page.locator(stop.form).first().evaluate(SEND_EMPTY);
            page.locator(".is-invalid").first().waitFor();
        }
        page.evaluate("document.querySelectorAll('.user-menu').forEach(menu => menu.open = true)");
        int sideways = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (sideways > 0) {
            findings.add(where + " scrolls sideways by " + sideways + " px");
        }
        String found = axe(page);
        if (!found.isEmpty()) {
            findings.add(where + " " + found);
        }
        page.close();
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

    /** Runs axe without changing the page's policy, which would refuse a script tag. */
    private static String axe(Page page) throws IOException {
        var session = page.context().newCDPSession(page);
        JsonObject load = new JsonObject();
        load.addProperty("expression", Files.readString(Path.of("src/main/web/node_modules/axe-core/axe.min.js")));
        session.send("Runtime.evaluate", load);
        JsonObject run = new JsonObject();
        run.addProperty("expression", FINDINGS);
        run.addProperty("awaitPromise", true);
        run.addProperty("returnByValue", true);
        return session.send("Runtime.evaluate", run)
                .getAsJsonObject("result")
                .get("value")
                .getAsString();
    }
}
