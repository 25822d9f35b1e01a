package askme.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The search box of the header and the similar questions, used with a keyboard in a real browser. */
@QuarkusTest
class SearchBoxTest {

    /** The search box waits for a pause in typing before it sends a request. */
    private static final int LONGER_THAN_THE_DELAY_MS = 600;

    @RegisterExtension
    Browsers browsers = new Browsers();

    private final List<String> requests = new ArrayList<>();
    private String word;
    private long best;
    private Page page;
    private Locator box;
    private Locator options;

    @BeforeEach
    void openHomePageWithThreeQuestions() {
        word = Visitor.unique("thylacine").replace("-", "");
        Visitor ann = Visitor.member("ann");
        ann.ask("An older " + word, "x", "");
        best = ann.ask("A newer " + word + " <i>", "x", "");
        ann.ask("Something else", "with a " + word, "");
        page = browsers.of(Visitor.guest(), "/");
        page.onRequest(request -> {
            if (request.url().contains("/suggestions") || request.url().contains("/similar")) {
                requests.add(request.url());
            }
        });
        box = page.locator("#search");
        page.locator("#search[role=combobox]").waitFor(); // The script has loaded.
        options = page.locator(".search-box [role=option]");
    }

    private void type(Locator input, String text) {
        input.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(40));
    }

    @Test
    void twelveKeysSendAtMostTwoRequests() {
        assertThat(word.length()).isGreaterThanOrEqualTo(12);
        type(box, word.substring(0, 12));
        assertThat(options).not().hasCount(0);
        assertThat(requests).hasSizeBetween(1, 2);
    }

    @Test
    void sameTextIsRequestedOnce() {
        type(box, word);
        assertThat(options).hasCount(4);
        box.press("Escape");
        assertThat(options).hasCount(0);
        box.press("ArrowDown");
        assertThat(options).hasCount(4);
        assertThat(requests).hasSizeLessThanOrEqualTo(2);
        assertThat(requests).doesNotHaveDuplicates();
    }

    @Test
    void eachPauseInTypingSendsOneRequest() {
        page.clock().install();
        box.pressSequentially("t");
        page.clock().runFor(LONGER_THAN_THE_DELAY_MS);
        page.waitForRequest("**/suggestions?q=th", () -> {
            box.pressSequentially("h");
            page.clock().runFor(LONGER_THAN_THE_DELAY_MS);
        });
        assertThat(requests).hasSize(2);
    }

    @Test
    void titlesComeFirstAndLastRowOpensAllResults() {
        type(box, word);
        assertThat(options).hasCount(4);
        assertThat(options.nth(0).locator("mark")).hasText(word);
        assertThat(options.nth(0)).containsText("<i>");
        assertThat(options.nth(2)).containsText("Something else");
        assertThat(options.nth(3)).hasText("All results for “" + word + "”");
        options.nth(3).click();
        page.waitForURL("**/search/?q=" + word);
        assertThat(page.locator(".question-card")).hasCount(3);
    }

    @Test
    void lastRowIsVisibleAndNoRowIsCut() {
        Visitor ann = Visitor.member("ann");
        for (int i = 0; i < 9; i++) {
            ann.ask("A " + word + " that has a title of more words than one line of it can hold, number " + i, "x", "");
        }
        for (int height : new int[] {500, 720}) {
            page.setViewportSize(390, height);
            if (page.locator(".search-open").isVisible()) {
                page.locator(".search-open").click();
            }
            box.fill("");
            box.pressSequentially(word);
            assertThat(options.last()).hasText("All results for “" + word + "”");
            assertThat(options.last()).isInViewport();
            assertThat((Integer) page.evaluate("""
                    () => {
                      const list = document.querySelector('.search-box .suggestions');
                      const rows = [...list.children];
                      const foot = rows.at(-1).getBoundingClientRect();
                      const edge = list.getBoundingClientRect().bottom;
                      if (foot.bottom > edge + 1) return -1;
                      const through = row => row.top < foot.top - 1 && row.bottom > foot.top + 1;
                      return rows.slice(0, -1).filter(row => through(row.getBoundingClientRect())).length;
                    }""")).as(height + " px").isZero();
        }
    }

    @Test
    void keyboardSelectsAndOpensAQuestion() {
        type(box, word);
        assertThat(options).hasCount(4);
        assertThat(box).hasAttribute("aria-expanded", "true");
        box.press("End");
        assertThat(options.nth(3)).hasAttribute("aria-selected", "true");
        box.press("Home");
        assertThat(options.nth(0)).hasAttribute("aria-selected", "true");
        assertThat(box).hasAttribute("aria-activedescendant", options.nth(0).getAttribute("id"));
        box.press("ArrowDown");
        box.press("ArrowUp");
        box.press("Enter");
        page.waitForURL("**/question/" + best + "/");
    }

    @Test
    void escapeClosesListAndEnterSubmitsForm() {
        type(box, word);
        assertThat(options).hasCount(4);
        box.press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(box).hasValue(word);
        box.press("Enter");
        page.waitForURL("**/search/?q=" + word);
    }

    @Test
    void numberOfSuggestionsIsAnnounced() {
        type(box, word);
        assertThat(page.locator("[aria-live=polite]").filter(new Locator.FilterOptions().setHasText("Suggestions: 3")))
                .hasCount(1);
    }

    @Test
    void similarQuestionsAppearBelowTheTitle() {
        Page asking = browsers.of(Visitor.member("bob"), "/ask/");
        type(asking.locator("#title"), "Why is a " + word + " striped?");
        assertThat(asking.locator(".similar a")).hasCount(2);
        assertThat(asking.locator(".similar a").first()).hasAttribute("href", "/question/" + best + "/");
        asking.locator("#title").press("ControlOrMeta+a");
        asking.keyboard().press("Delete");
        assertThat(asking.locator(".similar")).isHidden();
    }
}
