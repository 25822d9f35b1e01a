package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms as people use them: keys, errors, limits, pictures, slow lines. */
@QuarkusTest
class FormsTest {

    private static final String SEND = "main form:has([name=title]) [type=submit]";
    private static final int LIMIT = 20_000;
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    /** One grey pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void enterCompletesATagAndSendsNothing() {
        Visitor ann = Visitor.member("ann");
        String tag = Visitor.unique("tag");
        ann.ask("A question that has the tag", "With a text of its own", tag);
        Page page = browsers.of(ann, "/ask/");
        page.locator("[name=title]").fill("A complete question");
        page.locator("textarea[name=text]").fill("With a text that could be posted");
        Locator tags = page.locator("[name=tags]");
        assertThat(tags).hasAttribute("role", "combobox");
        page.locator("[name=title]").press("Enter");
        tags.pressSequentially("quick");
        tags.press("Enter");
        assertThat(tags).hasValue("quick, ");
        tags.pressSequentially(tag.substring(0, tag.length() - 1));
        page.locator(".suggestions [role=option]").first().waitFor();
        tags.press("ArrowDown");
        tags.press("Enter");
        assertThat(tags).hasValue("quick, " + tag + ", ");
        tags.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/ask/$"));
        Assertions.assertThat(testDatabase.of("SELECT COUNT(*) FROM question WHERE title = ?", "A complete question"))
                .isZero();
    }

    @Test
    void reloadOfARejectedFormKeepsTheNewerText() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        page.locator("textarea[name=text]").fill("The title is missing");
        page.locator(SEND).click();
        assertThat(page.locator("[name=title].is-invalid")).isVisible();
        assertThat(page.locator(".draft-note")).isHidden();
        page.locator("textarea[name=text]").fill("Typed after the rejection");
        page.reload();
        assertThat(page.locator("textarea[name=text]")).hasValue("Typed after the rejection");
        assertThat(page.locator(".draft-note")).isVisible();
    }

    @Test
    void longTextIsCountedAndNotCut() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        Locator text = page.locator("textarea[name=text]");
        assertThat(page.locator(".editor .counter")).isHidden();
        text.fill("x".repeat(LIMIT - 1));
        assertThat(page.locator(".editor .counter")).hasText("19,999 of 20,000 characters");
        text.fill("x".repeat(LIMIT + 7));
        assertThat(page.locator(".editor .counter.over")).containsText("remove 7");
        Locator title = page.locator("[name=title]");
        title.fill("t".repeat(125));
        assertThat(page.locator(".counter.over").first()).containsText("remove 5");
        page.locator(SEND).click();
        assertThat(text).hasClass(Pattern.compile("is-invalid"));
        Assertions.assertThat(text.inputValue()).hasSize(LIMIT + 7);
        Assertions.assertThat(title.inputValue()).hasSize(125);
    }

    @Test
    void errorDisappearsWithItsCorrection() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        page.locator("textarea[name=text]").fill("The title is missing");
        page.locator(SEND).click();
        assertThat(page.locator(".check-fields")).isVisible();
        page.locator("[name=title].is-invalid").fill("It is here");
        assertThat(page.locator("#title-error")).isEmpty();
        assertThat(page.locator("[name=title]")).not().hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".check-fields")).isHidden();
    }

    @Test
    void pictureIsCheckedShownAndKept() {
        Page page = browsers.of(Visitor.guest(), "/signup/");
        Locator avatar = page.locator("[name=avatar]");
        avatar.setInputFiles(new FilePayload("me.png", "image/png", new byte[FIVE_MEGABYTES + 1]));
        assertThat(page.locator("#avatar-error")).containsText("5 MB");
        avatar.setInputFiles(new FilePayload("me.png", "image/png", new byte[100]));
        assertThat(page.locator("#avatar-error")).containsText("damaged");
        avatar.setInputFiles(new FilePayload("me.png", "image/png", PIXEL));
        assertThat(page.locator("#avatar-error")).isEmpty();
        assertThat(page.locator(".picture-preview")).isVisible();

        String name = Visitor.unique("ann");
        page.locator("[name=nickname]").fill(name);
        page.locator("[name=password]").fill(Visitor.PASSWORD);
        page.locator("[name=passwordAgain]").fill(Visitor.PASSWORD);
        page.locator("main form [type=submit]").click();
        assertThat(page.locator("[name=email].is-invalid")).isFocused();
        page.locator("[name=email]").fill(name + "@example.org");
        page.locator("main form [type=submit]").click();
        assertThat(page.locator("header .avatar")).hasAttribute("src", Pattern.compile("/avatar/(?!default/).*"));
    }

    /** An answer with 204 leaves the browser on the page, as a slow line does. */
    @Test
    void formShowsThatItIsBeingPosted() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        page.route("**/ask/", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.locator("[name=title]").fill("Does it take long?");
        page.locator("textarea[name=text]").fill("It takes for ever");
        Object shown = page.locator(SEND).evaluate("""
                button => new Promise(done => {
                  button.click();
                  setTimeout(() => done(`${button.form.getAttribute('aria-busy')} ${button.textContent}`));
                })""");
        Assertions.assertThat(shown).isEqualTo("true Posting…");
    }

    @Test
    void searchInVainLeadsToTheFormWithTheTitle() {
        Page page = browsers.of(Visitor.member("ann"), "/");
        String nothing = Visitor.unique("qqzzxx");
        page.locator("#search").pressSequentially(nothing);
        Locator ask = page.locator(".search-box [role=option]").first();
        assertThat(ask).hasText("No questions match. Ask it");
        ask.click();
        assertThat(page.locator("[name=title]")).hasValue(nothing);
    }

    @Test
    void writerOfAnAnswerToADeletedQuestionKeepsTheText() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Will it stay here?", "It will be deleted soon", "");
        BrowserContext profile = browsers.profile(Visitor.member("bob"), new Browser.NewContextOptions());
        profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Page page = profile.newPage();
        page.navigate("/question/" + question + "/");
        assertThat(page.locator("#live-state[data-state=live]")).isAttached();
        page.locator("textarea[name=text]").fill("An answer of many words");
        ann.get("/question/" + question + "/edit");
        ann.submit("form[action$=/delete]", Map.of());
        assertThat(page.locator("#answer-impossible")).isVisible();
        assertThat(page.locator("#your-answer form > [type=submit]")).isDisabled();
        page.locator("#answer-impossible button").click();
        assertThat(page.locator("#answer-impossible button")).hasText("Copied");
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("An answer of many words");
    }

    @Test
    void moderatorMayEditAnAnswerThatArrivesLive() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Who may edit here?", "The author and moderators", "");
        Visitor chief = Visitor.member("chief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        Page page = browsers.of(Visitor.guest().signIn(chief.nickname()), "/question/" + question + "/");
        Page reader = browsers.of(ann, "/question/" + question + "/");
        assertThat(page.locator("#live-state[data-state=live]")).isAttached();
        assertThat(reader.locator("#live-state[data-state=live]")).isAttached();
        long answer = Visitor.member("bob").answer(question, "An answer that arrives live");
        assertThat(page.locator("#answer-" + answer + " a.edit")).hasAttribute("href", "/answer/" + answer + "/edit");
        assertThat(reader.locator("#answer-" + answer)).isVisible();
        assertThat(reader.locator("#answer-" + answer + " a.edit")).hasCount(0);
        assertThat(reader.locator("#answer-" + answer + " a.suggest"))
                .hasAttribute("href", "/answer/" + answer + "/edit");
    }

    @Test
    void voteShowsItsStateUnderTheMouse() {
        long question = Visitor.member("ann").ask("Is it pressed?", "Look at its colour", "");
        Page page = browsers.of(Visitor.member("bob"), "/question/" + question + "/");
        Locator up = page.locator(".question .vote.up");
        up.click();
        assertThat(up).hasAttribute("aria-pressed", "true");
        String hovered = (String) up.evaluate("""
                button => Promise.all(button.getAnimations().map(change => change.finished))
                    .then(() => getComputedStyle(button).backgroundColor)
                """);
        page.mouse().move(0, 0);
        assertThat(up).hasCSS("background-color", hovered);
    }
}
