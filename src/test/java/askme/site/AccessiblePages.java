package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page in the windows of a subclass: axe-core finds nothing serious, and no page scrolls sideways. */
abstract class AccessiblePages {

    private static final String FINDINGS = "axe.run({ resultTypes: ['violations'] }).then(r => r.violations"
            + ".filter(v => ['moderate', 'serious', 'critical'].includes(v.impact))"
            + ".map(v => v.id + ' ' + v.nodes[0].target.join(' ')).join('; '))";

    /** A window and its colours. */
    record View(int width, ColorScheme scheme) {}

    @RegisterExtension
    Browsers browsers = new Browsers();

    /** Empties a form and sends it. */
    private static final String SEND_EMPTY = "form => { for (const field of form.querySelectorAll("
            + "'input:not([type=hidden], [type=checkbox], [type=file]), textarea')) field.value = ''; form.requestSubmit(); }";

    @Inject
    TestDatabase testDatabase;

    Visitor ann;
    Visitor bob;
    long question;
    long answer;
    long comment;
    private long suggestion;

    /** A page to check; if a form is named, the page with the errors of that form. */
    record Stop(String path, String form) {

        static Stop at(String path) {
            return new Stop(path, null);
        }

        @Override
        public String toString() {
            return form == null ? path : path + " " + form;
        }
    }

    /** The windows in which each page is checked. */
    abstract List<View> views();

    /** Whether the page is opened in a window, in the order of {@link #views}. In the width of each other window it is only measured. */
    boolean opens(int view, int stop) {
        return true;
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
        bob.get("/question/" + question + "/comments/");
        bob.submit(".comment-form", Map.of("text", "A comment with `code` and a [link](https://example.org)"));
        comment = testDatabase.of("SELECT MAX(id) FROM comment");
        bob.get("/answer/" + answer + "/edit/");
        bob.submit(
                "form:has(textarea[name=text])",
                Map.of("text", "```java\nint y = 2;\n```\n> quoted", "reason", "A name"));
        bob.get("/question/" + question + "/edit/");
        bob.submit("form:has(textarea[name=text])", Map.of("title", "Is this page for all?", "reason", "Shorter"));
        suggestion = testDatabase.of("SELECT MAX(id) FROM edit_suggestion");
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
                Stop.at("/tag/access/about/"),
                Stop.at("/badges/"),
                Stop.at("/badges/student/"),
                Stop.at("/member/" + bob.nickname() + "/reputation/"),
                Stop.at("/question/" + question + "/"),
                Stop.at("/question/" + question + "/comments/"),
                Stop.at("/question/" + question + "/revisions/"),
                Stop.at("/answer/" + answer + "/revisions/?view=side&of=rendered"),
                Stop.at("/login/"),
                Stop.at("/login/forgotten/"),
                Stop.at("/signup/"),
                Stop.at("/search/?q=everybody"),
                Stop.at("/search/?q="),
                Stop.at("/api/"),
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
                Stop.at("/profile/"),
                Stop.at("/profile/account/"),
                Stop.at("/profile/security/"),
                Stop.at("/profile/data/"),
                Stop.at("/profile/tokens/"),
                Stop.at("/help/privileges/"),
                Stop.at("/answer/" + answer + "/report"),
                Stop.at("/moderation/reports/"),
                Stop.at("/moderation/log/"),
                Stop.at("/notifications/"),
                Stop.at("/following/"),
                Stop.at("/saved/"),
                Stop.at("/push/subscriptions/"),
                Stop.at(thread),
                Stop.at(thread + "edit"),
                Stop.at("/moderation/edits/"),
                Stop.at("/moderation/edits/" + suggestion + "/?view=side&of=rendered"),
                Stop.at(thread + "edit?suggestion=" + suggestion),
                new Stop("/moderation/edits/" + suggestion + "/", ".suggestion-decline"),
                new Stop("/ask/", "main form"),
                new Stop(thread, "#your-answer form"),
                new Stop(thread + "edit", "main form"),
                new Stop("/profile/", "form:has([name=nickname])"),
                new Stop("/profile/account/", "form:has([name=currentPassword])"));
        lookAt(
                bob,
                Stop.at("/comment/" + comment + "/edit"),
                new Stop("/question/" + question + "/comments/", ".comment-form"),
                Stop.at("/answer/" + answer + "/edit"),
                Stop.at(thread),
                Stop.at(thread + "edit"),
                Stop.at("/moderation/edits/?of=me"),
                Stop.at("/moderation/edits/" + suggestion + "/"),
                Stop.at("/answer/" + answer + "/revisions/"),
                new Stop("/answer/" + answer + "/edit", "main form"));
    }

    @Test
    void operatorPageIsAccessible() throws IOException {
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", ann.nickname());
        Visitor admin = Visitor.guest().signIn(ann.nickname());
        String thread = "/question/" + question + "/";
        lookAt(
                admin,
                Stop.at("/admin/"),
                Stop.at("/admin/settings/"),
                Stop.at("/admin/invitations/"),
                Stop.at("/admin/webhooks/"),
                Stop.at("/admin/jobs/"),
                Stop.at(thread + "close"),
                new Stop(thread + "close", "form.wide-form"),
                new Stop(thread + "lock", "form.wide-form"),
                Stop.at("/answer/" + answer + "/comment"),
                Stop.at("/admin/members/"),
                Stop.at("/moderation/"),
                Stop.at("/moderation/log/"),
                new Stop("/member/" + bob.nickname() + "/suspend", ".wide-form"),
                Stop.at("/tag/access/edit"),
                new Stop("/tag/access/edit", "form[action$=rename]"),
                new Stop("/admin/jobs/", "form:has([name=address])"));
    }

    void lookAt(Visitor visitor, Stop... stops) throws IOException {
        List<String> findings = new ArrayList<>();
        for (int v = 0; v < views().size(); v++) {
            View view = views().get(v);
            BrowserContext profile = browsers.profile(
                    visitor,
                    new Browser.NewContextOptions()
                            .setViewportSize(view.width, 900)
                            .setColorScheme(view.scheme));
            for (int s = 0; s < stops.length; s++) {
                if (opens(v, s)) {
                    inspect(profile, stops[s], findings, view.width + " " + view.scheme + " " + stops[s]);
                }
            }
            profile.close();
        }
        assertThat(findings).isEmpty();
    }

    private void inspect(BrowserContext profile, Stop stop, List<String> findings, String where) throws IOException {
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
        String found = axe(page);
        if (!found.isEmpty()) {
            findings.add(where + " " + found);
        }
        for (View view : views()) {
            page.setViewportSize(view.width, 900);
            int sideways = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (sideways > 0) {
                findings.add(where + " scrolls sideways by " + sideways + " px at " + view.width);
            }
        }
        page.close();
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
