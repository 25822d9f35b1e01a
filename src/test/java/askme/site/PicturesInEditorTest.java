package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.picture.decoding.Pictures;
import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member chooses, drops or pastes pictures in the editor. */
@QuarkusTest
class PicturesInEditorTest {

    private static final String ADDRESS = "/picture/[0-9a-f]{32}-900x20\\.png";
    private static final FilePayload PICTURE =
            new FilePayload("chart.png", "image/png", Pictures.halves("png", 900, 20));

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void chosenPictureIsDescribedAndPosted() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        Locator text = page.locator("textarea[name=text]");
        text.fill("What does this show?");
        choose(page, PICTURE);
        assertThat(text).hasValue(Pattern.compile("^What does this show\\?\n\n!\\[]\\(" + ADDRESS + "\\)$"));
        page.getByLabel("Description").fill("A [red] chart");
        assertThat(text).hasValue(Pattern.compile("!\\[A \\\\\\[red\\\\\\] chart]\\(" + ADDRESS + "\\)$"));
        page.getByLabel("Description").press("Enter");
        assertThat(text).isFocused();
        page.locator("[name=title]").fill("A question with a picture");
        page.locator("main form:has([name=title]) [type=submit]").click();
        Locator shown = page.locator(".markdown a > img");
        assertThat(shown).hasAttribute("alt", "A [red] chart");
        Assertions.assertThat(shown.evaluate(
                        "image => image.complete || new Promise(done => (image.onload = () => done(true)))"))
                .isEqualTo(true);
        Assertions.assertThat(shown.evaluate("image => image.naturalWidth")).isEqualTo(800);
    }

    @Test
    void droppedAndPastedPicturesAreSent() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        Locator text = page.locator("textarea[name=text]");
        transfer(page, "drop", "dataTransfer");
        assertThat(text).hasValue(Pattern.compile("^!\\[]\\(" + ADDRESS + "\\)$"));
        transfer(page, "paste", "clipboardData");
        assertThat(text).hasValue(Pattern.compile("^!\\[]\\(" + ADDRESS + "\\)\n\n!\\[]\\(" + ADDRESS + "\\)$"));
        assertThat(page.locator(".picture-upload progress")).hasCount(0);
        assertThat(page.locator(".picture-upload")).hasCount(2);
        page.locator(".picture-upload button").first().click();
        assertThat(page.locator(".picture-upload")).hasCount(1);
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("Preview"))
                .click();
        assertThat(page.locator(".preview img")).hasCount(2);
    }

    @Test
    void refusedPictureSaysWhyAndChangesNothing() {
        Page page = browsers.of(Visitor.member("ann"), "/ask/");
        choose(page, new FilePayload("bad.png", "image/png", new byte[100]));
        assertThat(page.locator(".picture-upload [role=alert]")).containsText("damaged");
        page.locator(".picture-upload button").click();
        choose(page, new FilePayload("large.png", "image/png", new byte[10 * 1024 * 1024 + 1]));
        assertThat(page.locator(".picture-upload [role=alert]")).containsText("10 MB");
        page.locator(".picture-upload button").click();
        page.route("**/pictures", Route::abort);
        choose(page, PICTURE);
        assertThat(page.locator(".picture-upload [role=alert]")).not().isEmpty();
        assertThat(page.locator("textarea[name=text]")).hasValue("");
    }

    @Test
    void guestHasNoSuchButton() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Who may upload pictures?", "Members only", "pictures");
        Page page = browsers.of(Visitor.guest(), "/question/" + question + "/");
        assertThat(page.locator("[data-mark=bold]")).isVisible();
        assertThat(page.locator("[data-pictures]")).hasCount(0);
    }

    private static void choose(Page page, FilePayload file) {
        FileChooser chooser =
                page.waitForFileChooser(() -> page.locator("[data-pictures]").click());
        chooser.setFiles(file);
    }

    private static void transfer(Page page, String event, String property) {
        page.locator("textarea[name=text]")
                .evaluate(
                        """
                (field, { event, property, bytes }) => {
                  const data = new DataTransfer();
                  const content = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
                  data.items.add(new File([content], 'chart.png', { type: 'image/png' }));
                  const made = new Event(event, { bubbles: true, cancelable: true });
                  Object.defineProperty(made, property, { value: data });
                  field.focus();
                  field.dispatchEvent(made);
                }""",
                        Map.of(
                                "event",
                                event,
                                "property",
                                property,
                                "bytes",
                                Base64.getEncoder().encodeToString(PICTURE.buffer)));
    }
}
