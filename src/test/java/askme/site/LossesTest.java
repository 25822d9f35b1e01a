package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed text is neither lost nor posted twice, if a session ends or a member presses twice, goes back or cancels. */
@QuarkusTest
class LossesTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void typedAnswerSurvivesTheEndOfTheSession() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Is it still there?", "After the session", "");
        Visitor bob = Visitor.member("bob");
        Page page = browsers.of(bob, "/question/" + question + "/");
        page.locator("textarea[name=text]").fill("A long answer, typed for hours");
        testDatabase.change(
                "DELETE FROM session WHERE member_id = (SELECT id FROM member WHERE nickname = ?)", bob.nickname());
        page.locator("#your-answer [type=submit]").click();
        assertThat(page.locator("textarea[readonly]")).hasValue("A long answer, typed for hours");
        assertThat(page.locator("h1")).hasText("You were signed out");
        page.locator("[name=login]").fill(bob.nickname());
        page.locator("[name=password]").fill(Visitor.PASSWORD);
        page.locator("main form .btn-primary[type=submit]").click();
        assertThat(page.locator("#answers .body")).hasText("A long answer, typed for hours");
        assertThat(page.locator("textarea[name=text]")).hasValue("");
    }

    @Test
    void unsavedEditIsOfferedAgain() {
        Visitor ann = Visitor.member("ann");
        String edit = "/question/" + ann.ask("An old title", "An old text", "old") + "/edit";
        Page page = browsers.of(ann, edit);
        assertThat(page.locator(".draft-note")).isHidden();
        page.locator("textarea[name=text]").fill("A new text");
        page.locator("main form a.btn-link").click();
        assertThat(page.locator(".question .body")).hasText("An old text");

        page.navigate(edit);
        assertThat(page.locator(".draft-note")).isVisible();
        assertThat(page.locator("textarea[name=text]")).hasValue("A new text");
        assertThat(page.locator("[name=title]")).hasValue("An old title");
        page.locator(".draft-note button").click();
        assertThat(page.locator("textarea[name=text]")).hasValue("An old text");

        page.locator("[name=title]").fill("A new title");
        page.locator("main form.wide-form [type=submit]").click();
        assertThat(page.locator("h1")).hasText("A new title");
        page.navigate(edit);
        assertThat(page.locator(".draft-note")).isHidden();
        assertThat(page.locator("[name=title]")).hasValue("A new title");
    }

    @Test
    void draftDoesNotOverwriteALaterEdit() {
        Visitor ann = Visitor.member("ann");
        String edit = "/question/" + ann.ask("A title", "An old text", "") + "/edit";
        Page page = browsers.of(ann, edit);
        page.locator("textarea[name=text]").fill("A draft");
        page.locator("main form a.btn-link").click();
        ann.get(edit);
        ann.submit("form.wide-form", Map.of("text", "Saved elsewhere"));

        page.navigate(edit);
        assertThat(page.locator("textarea[name=text]")).hasValue("A draft");
        page.locator("main form.wide-form [type=submit]").click();
        assertThat(page.locator("#newer")).hasValue("Saved elsewhere");
        assertThat(page.locator("textarea[name=text]")).hasValue("A draft");
        page.locator("textarea[name=text]").fill("Both");
        page.locator("main form.wide-form [type=submit]").click();
        assertThat(page.locator(".question .body")).hasText("Both");
    }

    @Test
    void rejectedFormKeepsDraftAndPosition() {
        Visitor ann = Visitor.member("ann");
        Page page = browsers.of(ann, "/ask/");
        page.locator("textarea[name=text]").fill("The title is missing");
        page.locator("main form:has([name=title]) [type=submit]").click();
        assertThat(page.locator("[name=title].is-invalid")).isFocused();
        assertThat(page.locator("textarea[name=text]")).hasValue("The title is missing");
        page.navigate("/ask/");
        assertThat(page.locator("textarea[name=text]")).hasValue("The title is missing");

        page.locator("[name=tags]").fill("one, two, three, four");
        page.locator("main form:has([name=title]) [type=submit]").click();
        assertThat(page.locator("[name=tags].is-invalid")).isVisible();
        page.locator("header .user-menu summary").click();
        page.locator("header form[action='/logout/'] button").click();
        assertThat(page).hasURL(Pattern.compile("/login/\\?continue=%2Fask%2F"));
    }

    @ParameterizedTest
    @CsvSource({"/, header form[action='/logout/'] button", "/profile/security/, main form[action$=end-all] button"})
    void signOutDeletesDrafts(String from, String button) {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        page.evaluate("localStorage.setItem('draft:0:/ask/', '{}')");
        page.locator("textarea[name=text]").fill("Nobody else's business");
        page.navigate(from);
        Assertions.assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                .contains("business");
        if (from.equals("/")) {
            page.navigate("/ask/"); // Leaving the page with the draft in its form must not store the draft again.
            page.locator("header .user-menu summary").click();
        }
        page.locator(button).click();
        page.locator("header a[href^='/login/']").waitFor();
        Assertions.assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                .contains("draft:0:/ask/")
                .doesNotContain("business");
    }

    @Test
    void doublePressPostsOnce() {
        Visitor ann = Visitor.member("ann");
        String title = Visitor.unique("Pressed twice");
        Page page = browsers.of(ann, "/ask/");
        page.locator("[name=title]").fill(title);
        page.locator("textarea[name=text]").fill("Once, please");
        List<Route> sent = new ArrayList<>();
        page.route("**/ask/", sent::add);
        page.locator("main form:has([name=title])")
                .evaluate("form => [0, 150].forEach(ms => setTimeout(() => form.requestSubmit(), ms))");
        page.waitForTimeout(500); // The request is not answered during this time.
        Assertions.assertThat(sent).hasSize(1);
        sent.get(0).resume();
        assertThat(page.locator("h1")).hasText(title);
        Assertions.assertThat(testDatabase.of("SELECT COUNT(*) FROM question WHERE title = ?", title))
                .isOne();
    }

    @Test
    void sameFormSentTwiceCreatesOnePost() {
        Visitor ann = Visitor.member("ann");
        String title = Visitor.unique("Sent twice");
        long first = ann.ask(title, "Without any script", "");
        Assertions.assertThat(ann.ask(title, "Without any script", "")).isEqualTo(first);
        Assertions.assertThat(ann.ask(title, "With other words", "")).isNotEqualTo(first);
        long answer = ann.answer(first, "Without any script");
        Assertions.assertThat(ann.answer(first, "Without any script")).isEqualTo(answer);
        Assertions.assertThat(ann.answer(first, "With other words")).isNotEqualTo(answer);
        Assertions.assertThat(Visitor.member("bob").answer(first, "With other words"))
                .isNotEqualTo(answer);
        Assertions.assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", first))
                .isEqualTo(3);
    }

    @Test
    void doubleClickIsOneVote() {
        long question = Visitor.member("ann").ask("Twice as useful?", "Click me", "");
        Page page = browsers.of(Visitor.member("bob"), "/question/" + question + "/");
        var up = page.locator(".question .vote.up");
        var rating = page.locator(".question .rating");
        page.waitForResponse(
                "**/vote", () -> up.dblclick(new com.microsoft.playwright.Locator.DblclickOptions().setDelay(60)));
        assertThat(rating).hasText("1");
        assertThat(up).hasAttribute("aria-pressed", "true");
        Assertions.assertThat(testDatabase.of("SELECT rating FROM question WHERE id = ?", question))
                .isOne();
        page.waitForResponse("**/vote", up::click);
        assertThat(rating).hasText("0");
    }

    @Test
    void lineBreaksAreCountedAsInTheBrowser() {
        Visitor ann = Visitor.member("ann");
        String longest = "1234\n".repeat(3999) + "12345";
        Page page = browsers.of(ann, "/ask/");
        page.locator("[name=title]").fill("As long as it may be");
        // Not by fill(): Chromium types text line by line unless it comes from the clipboard.
        page.locator("textarea[name=text]").evaluate("(field, text) => field.value = text", longest);
        page.locator("main form:has([name=title]) [type=submit]").click();
        assertThat(page.locator("h1")).hasText("As long as it may be");
        Assertions.assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM question q JOIN member m ON m.id = q.author_id"
                                + " WHERE m.nickname = ? AND q.body NOT LIKE '%\r%' AND CHAR_LENGTH(q.body) = 20000",
                        ann.nickname()))
                .isOne();
    }

    @Test
    void languageAndSignOutReturnToTheRejectedForm() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Where am I?", "On a page", "");
        Page page = browsers.of(ann, "/question/" + question + "/");
        page.locator("#your-answer [type=submit]").click();
        assertThat(page.locator("textarea.is-invalid")).isVisible();
        page.locator("footer a[hreflang=ru]").click();
        assertThat(page).hasURL(Pattern.compile("/question/" + question + "/$"));
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
    }
}
