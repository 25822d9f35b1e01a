package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page at a desk and on a phone, light and dark: axe-core finds nothing serious, nothing scrolls sideways. */
@QuarkusTest
class AccessibilityTest {

    private static final int MOST_KB = 120;
    private static final String FINDINGS = "axe.run().then(r => r.violations"
            + ".filter(v => ['serious', 'critical'].includes(v.impact))"
            + ".map(v => v.id + ' ' + v.nodes[0].target.join(' ')).join('; '))";

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void noPageHasASeriousFindingNorScrollsSideways() throws IOException {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        long question = ann.ask(
                "Is this page for everybody?",
                "With `code`, a [link](/hot/) and\n\n| a | b |\n|-|-|\n| 1 | 2 |",
                "access, c++");
        bob.answer(question, "```java\nint x = 1;\n```\n> quoted");
        String thread = "/question/" + question + "/";
        List<String> findings = new ArrayList<>();
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                var look = new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme);
                BrowserContext guest = browsers.profile(Visitor.guest(), look);
                for (String path : new String[] {
                    "/",
                    "/hot/",
                    "/tags/",
                    "/members/",
                    "/tag/access/",
                    thread,
                    "/login/",
                    "/signup/",
                    "/search/?q=everybody",
                    "/search/?q=",
                    "/member/" + ann.nickname() + "/",
                    "/nowhere/"
                }) {
                    inspect(guest, path, findings, width + " " + scheme + " ");
                }
                BrowserContext member = browsers.profile(ann, look);
                for (String path : new String[] {"/ask/", "/profile/edit/", thread, thread + "edit"}) {
                    inspect(member, path, findings, width + " " + scheme + " ");
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aQuestionsPageIsLight() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("How heavy am I?", "I wonder", "");
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

    private static void inspect(BrowserContext profile, String path, List<String> findings, String where)
            throws IOException {
        Page page = profile.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = path.equals("/nowhere/") && message.text().contains("404");
            if (message.type().equals("error") && !expected) {
                findings.add(where + path + " console: " + message.text());
            }
        });
        page.navigate(path);
        int sideways = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (sideways > 0) {
            findings.add(where + path + " scrolls sideways by " + sideways + " px");
        }
        String found = axe(page);
        if (!found.isEmpty()) {
            findings.add(where + path + " " + found);
        }
        page.close();
    }

    /** Runs axe past the page's own policy, which stays in force. */
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
