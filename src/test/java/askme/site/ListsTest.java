package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of a list, the choice of tags, and times, in a browser. */
@QuarkusTest
@Tag("program")
class ListsTest {

    /** The elements that end outside of the window. */
    private static final String WIDE = """
            [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(' | ')""";

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void pagesOfAListWorkWithAndWithoutJavaScript() {
        String tag = Visitor.unique("paged");
        Visitor ann = Visitor.member("ann");
        for (int i = 1; i <= 41; i++) {
            ann.ask("Question number " + i, "Which page am I on?", tag);
        }
        for (boolean scripts : new boolean[] {true, false}) {
            Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions().setJavaScriptEnabled(scripts))
                    .newPage();
            page.navigate("/tag/" + tag + "/");
            assertThat(page.locator(".question-card")).hasCount(20);
            assertThat(page.locator(".paginator [aria-current]")).hasText("1");
            assertThat(page.locator(".paginator [rel=prev]")).hasCount(0);
            page.locator(".paginator a:text-is('2')").click();
            assertThat(page).hasURL(Pattern.compile("/tag/" + tag + "/\\?page=2$"));
            assertThat(page.locator(".question-card")).hasCount(20);
            page.locator(".paginator [rel=next]").press("Enter");
            assertThat(page.locator(".paginator [aria-current]")).hasText("3");
            assertThat(page.locator(".question-card")).hasCount(1);
            assertThat(page.locator(".paginator [rel=next]")).hasCount(0);
            page.locator(".paginator [rel=prev]").click();
            page.locator(".paginator a:text-is('1')").click();
            assertThat(page).hasURL(Pattern.compile("/tag/" + tag + "/$"));
            page.goBack();
            assertThat(page.locator(".paginator [aria-current]")).hasText("2");
        }
    }

    @Test
    void keyboardChoosesAtMostThreeTags() {
        String word = Visitor.unique("hint");
        Visitor bob = Visitor.member("bob");
        bob.ask("Which tags are there?", "These", word + "-one, " + word + "-two, " + word + "-three");
        bob.ask("And another one?", "This", word + "-four");
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        var field = page.locator("[name=tags]");
        var options = page.locator("#tags-suggestions [role=option]");

        assertThat(field).hasAttribute("role", "combobox");
        field.pressSequentially(word);
        assertThat(options).hasCount(4);
        assertThat(field).hasAttribute("aria-expanded", "true");
        field.press("ArrowDown");
        assertThat(page.locator("#tags-suggestions [aria-selected=true]")).hasText(Pattern.compile(word));
        assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile("tags-suggestions-0"));
        field.press("ArrowDown");
        field.press("ArrowUp");
        assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile("tags-suggestions-0"));
        field.press("Escape");
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue(word);
        field.press("ArrowDown");
        assertThat(options).hasCount(4);
        field.press("ArrowDown");
        field.press("Enter");
        assertThat(field).hasValue(Pattern.compile("^" + word + "-\\w+, $"));
        assertThat(page).hasURL(Pattern.compile("/ask/$"));

        field.pressSequentially(word);
        assertThat(options).hasCount(3);
        field.press("ArrowDown");
        field.press("Tab");
        field.pressSequentially(word);
        assertThat(options).hasCount(2);
        field.press("ArrowDown");
        field.press("Enter");
        assertThat(field).hasValue(Pattern.compile("^(" + word + "-\\w+, ){3}$"));

        var asked = page.waitForRequest(
                request -> request.url().contains("/search/similar"),
                () -> page.locator("[name=title]").pressSequentially("A title of some length"));
        org.assertj.core.api.Assertions.assertThat(asked.url()).contains("q=");
        // A fourth hint exists, and its request would have been sent by this time.
        field.press("End");
        field.pressSequentially(word);
        page.waitForTimeout(600);
        assertThat(options).hasCount(0);
    }

    @Test
    void longWordsDoNotScrollASmallScreen() {
        Visitor ann = Visitor.member("name-that-is-rather-long");
        String word = "w".repeat(120);
        long question = ann.ask(
                word,
                word + word + "\n\n|" + "column|".repeat(9) + "\n|" + "-|".repeat(9) + "\n\n```java\n" + word + word
                        + "\n```",
                "a".repeat(32) + ", " + "b".repeat(32));
        ann.answer(question, "https://example.org/" + word + word);
        for (Visitor reader : new Visitor[] {Visitor.guest().speaking("ru"), ann.speaking("ru")}) {
            Page page = browsers.profile(reader, new Browser.NewContextOptions().setViewportSize(320, 640))
                    .newPage();
            for (String path : new String[] {
                "/",
                "/question/" + question + "/",
                "/tag/" + "a".repeat(32) + "/",
                "/tags/",
                "/members/",
                "/member/" + ann.nickname() + "/",
                "/member/" + ann.nickname() + "/?tab=answers",
                "/search/?q=" + word.substring(0, 80),
                "/login/",
                "/login/forgotten/",
                "/signup/",
                "/nowhere/"
            }) {
                page.navigate(path);
                int sideways = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
                org.assertj.core.api.Assertions.assertThat(sideways)
                        .as("%s: %s", path, sideways > 0 ? page.evaluate(WIDE) : "")
                        .isZero();
            }
        }
    }

    @Test
    void timesAreInTheReadersZone() {
        Visitor ann = Visitor.member("ann");
        String question = "/question/" + ann.ask("What time is it?", "Where I am", "") + "/";
        var titles = new java.util.HashSet<String>();
        for (String zone : new String[] {"Asia/Tokyo", "America/New_York"}) {
            Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions().setTimezoneId(zone))
                    .newPage();
            page.navigate(question);
            assertThat(page.locator(".asked time")).hasAttribute("title", Pattern.compile("\\d"));
            titles.add(page.locator(".asked time").getAttribute("title"));
            assertThat(page.locator(".asked time")).hasAttribute("datetime", Pattern.compile("Z$"));
        }
        org.assertj.core.api.Assertions.assertThat(titles).hasSize(2);
    }
}
