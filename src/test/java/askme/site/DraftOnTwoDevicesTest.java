package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member continues on one device what was typed on another. */
@QuarkusTest
class DraftOnTwoDevicesTest {

    private static final String ANSWER = "#your-answer textarea";
    private static final String NOTE = "#your-answer .draft-note";

    @RegisterExtension
    Browsers browsers = new Browsers();

    private Visitor bob;
    private long question;

    @BeforeEach
    void ask() {
        question = Visitor.member("ann").ask("On which device do you write?", "Tell me", "");
        bob = Visitor.member("bob");
    }

    private Page open() {
        return browsers.of(Visitor.guest().signIn(bob.nickname()), "/question/" + question + "/");
    }

    /** Types, then leaves the page: the draft is sent at once. */
    private static void type(Page page, String text) {
        assertThat(page.locator("#live-state[data-state=live]")).isAttached();
        page.locator(ANSWER).fill(text);
        page.waitForResponse(
                response -> response.url().contains("/drafts/answer-")
                        && response.request().method().equals("PUT"),
                () -> page.evaluate("window.dispatchEvent(new Event('pagehide'))"));
    }

    @Test
    void textComesBackOnTheOtherDeviceAndGoesWhenPosted() {
        Page phone = open();
        type(phone, "Begun on the phone");
        Page laptop = open();
        assertThat(laptop.locator(ANSWER)).hasValue("Begun on the phone");
        assertThat(laptop.locator(NOTE)).isVisible();
        type(laptop, "Begun on the phone, finished on the laptop");
        phone.reload();
        assertThat(phone.locator(ANSWER)).hasValue("Begun on the phone, finished on the laptop");

        bob.answer(question, "Posted without a script");
        laptop.reload();
        phone.reload();
        for (Page page : new Page[] {laptop, phone}) {
            assertThat(page.locator("#answers .answer")).hasCount(1);
            page.locator("#your-answer details > summary").click();
            assertThat(page.locator(ANSWER)).hasValue("");
            assertThat(page.locator(NOTE)).isHidden();
        }
    }

    @Test
    void newerLocalTextWins() {
        Page phone = open();
        Page laptop = open();
        type(laptop, "Older, on the server");
        phone.route("**/drafts/**", route -> route.abort());
        phone.locator(ANSWER).fill("Newer, typed without a network");
        phone.waitForFunction("() => Object.values(localStorage).some(draft => draft.includes('Newer'))");
        phone.unroute("**/drafts/**");
        phone.reload();
        assertThat(phone.locator(ANSWER)).hasValue("Newer, typed without a network");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bob.get("/drafts/answer-" + question).body().contains("Newer"));
        laptop.reload();
        assertThat(laptop.locator(ANSWER)).hasValue("Newer, typed without a network");
    }

    @Test
    void discardedTextIsGoneEverywhere() {
        Page phone = open();
        type(phone, "Not worth posting");
        Page laptop = open();
        assertThat(laptop.locator(NOTE)).isVisible();
        laptop.waitForResponse(
                response -> response.request().method().equals("DELETE"),
                () -> laptop.locator(NOTE + " button").click());
        assertThat(laptop.locator(ANSWER)).hasValue("");
        phone.reload();
        assertThat(phone.locator(ANSWER)).hasValue("");
    }

    @Test
    void commentIsADraftOfItsPost() {
        long answer = Visitor.member("carl").answer(question, "On both");
        Page phone = open();
        Locator text = openForm(phone, answer);
        text.fill("Half a comment");
        phone.waitForResponse(
                response -> response.url().endsWith("/drafts/comment-a" + answer)
                        && response.request().method().equals("PUT"),
                () -> phone.evaluate("window.dispatchEvent(new Event('pagehide'))"));
        Page laptop = open();
        assertThat(openForm(laptop, answer)).hasValue("Half a comment");
        laptop.locator("#answer-" + answer + " .comment-form [type=submit]").click();
        assertThat(laptop.locator("#answer-" + answer + " .comment-text")).hasText("Half a comment");
        phone.reload();
        assertThat(openForm(phone, answer)).hasValue("");
    }

    /** The text area of the form for a comment, after its script has read the draft. */
    private static Locator openForm(Page page, long answer) {
        assertThat(page.locator("#live-state[data-state=live]")).isAttached();
        page.waitForResponse(
                response -> response.url().contains("/drafts/comment-a" + answer),
                () -> page.locator("#answer-" + answer + " .add-comment").click());
        return page.locator("#answer-" + answer + " .comment-form textarea");
    }
}
