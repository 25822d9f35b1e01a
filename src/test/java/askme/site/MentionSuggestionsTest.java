package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suggestions of members in the form for a comment, by the keyboard. */
@QuarkusTest
class MentionSuggestionsTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    private Visitor ann;
    private Page page;
    private Locator text;

    @BeforeEach
    void openTheForm() {
        ann = Visitor.member("sugAnn");
        long question = ann.ask("Who is here?", "Mention me", "");
        page = browsers.of(Visitor.member("sugBob"), "/question/" + question + "/");
        assertThat(page.locator("#live-state[data-state=live]")).isAttached();
        page.locator(".question .add-comment").click();
        text = page.locator(".question .comment-form textarea");
        assertThat(text).hasAttribute("role", "combobox");
    }

    @Test
    void memberIsChosenByTheKeyboard() {
        text.pressSequentially("Hello @sugA");
        Locator option = page.locator(".comment-form [role=option]").first();
        assertThat(option).hasText(ann.nickname());
        assertThat(option).hasAttribute("aria-selected", "true");
        assertThat(text).hasAttribute("aria-expanded", "true");
        assertThat(text).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
        text.press("Enter");
        assertThat(text).hasValue("Hello @" + ann.nickname() + " ");
        assertThat(text).hasAttribute("aria-expanded", "false");
        text.pressSequentially("hello");
        page.locator(".question .comment-form [type=submit]").click();
        assertThat(page.locator(".question .comment-text a")).hasAttribute("href", "/member/" + ann.nickname() + "/");
    }

    @Test
    void arrowsKeepAnOptionSelected() {
        text.pressSequentially("Hello @" + ann.nickname());
        Locator only = page.locator(".comment-form [role=option]");
        assertThat(only).hasCount(1);
        for (String key : List.of("ArrowDown", "ArrowUp")) {
            text.press(key);
            assertThat(only).hasAttribute("aria-selected", "true");
        }
        text.press("Enter");
        assertThat(text).hasValue("Hello @" + ann.nickname() + " ");
    }

    @Test
    void keysOfTheTextKeepTheirMeaning() {
        text.pressSequentially("one");
        text.press("Enter");
        text.pressSequentially("two @sugA");
        assertThat(page.locator(".comment-form [role=option]").first()).isVisible();
        text.press("Escape");
        assertThat(page.locator(".comment-form [role=option]")).hasCount(0);
        text.press("ArrowUp");
        text.press("Home");
        text.pressSequentially("_");
        assertThat(text).hasValue("_one\ntwo @sugA");
    }
}
