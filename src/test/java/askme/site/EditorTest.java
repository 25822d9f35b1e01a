package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.EditorKeys;
import askme.support.EditorKeys.Stroke;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Markdown editor in a real browser. */
@QuarkusTest
class EditorTest {

    private static final Map<String, String> SHORTCUTS = Map.of(
            "bold", "Control+b",
            "italic", "Control+i",
            "link", "Control+k",
            "code", "Control+e",
            "quote", "Control+Shift+Period",
            "list", "Control+Shift+Digit8");

    @RegisterExtension
    Browsers browsers = new Browsers();

    private Visitor ann;
    private Page page;
    private Locator text;

    @BeforeEach
    void openTheEditor() {
        ann = Visitor.member("ann");
        BrowserContext profile = browsers.profile(ann, new Browser.NewContextOptions());
        profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page = profile.newPage();
        page.navigate("/ask/");
        text = page.locator("textarea[name=text]");
        assertThat(page.locator(".editor-bar")).isVisible();
        text.focus();
    }

    @Test
    void eachKeyStrokeHasItsEffectAndOneUndo() {
        SoftAssertions all = new SoftAssertions();
        for (Stroke stroke : EditorKeys.all()) {
            page.evaluate(
                    """
                    ([value, start, end]) => {
                      const text = document.querySelector('textarea[name=text]');
                      text.value = value;
                      text.focus();
                      text.setSelectionRange(start, end);
                    }""",
                    List.of(
                            stroke.before().value(),
                            stroke.before().start(),
                            stroke.before().end()));
            press(stroke.key());
            all.assertThat(state())
                    .as(stroke.toString())
                    .isEqualTo(stroke.after().marked());
            if (!stroke.before().value().equals(stroke.after().value())) {
                page.keyboard().press("Control+z");
                all.assertThat(text.inputValue())
                        .as("undo of " + stroke)
                        .isEqualTo(stroke.before().value());
            }
        }
        all.assertAll();
    }

    private void press(String key) {
        if (key.startsWith("paste ")) {
            page.evaluate("text => navigator.clipboard.writeText(text)", key.substring("paste ".length()));
            page.keyboard().press("Control+v");
        } else {
            page.keyboard().press(SHORTCUTS.getOrDefault(key, key));
        }
    }

    private String state() {
        return (String) page.evaluate("""
                () => {
                  const { value, selectionStart, selectionEnd } = document.querySelector('textarea[name=text]');
                  return `${value.slice(0, selectionStart)}«${value.slice(selectionStart, selectionEnd)}»`
                    + value.slice(selectionEnd);
                }""");
    }

    @Test
    void buttonsDoTheSameAsKeys() {
        text.fill("one");
        for (String mark : List.of("bold", "italic", "code", "quote", "list")) {
            text.press("Control+a");
            page.locator("[data-mark=" + mark + "]").click();
            assertThat(text).not().hasValue("one");
            page.locator("[data-mark=" + mark + "]").click();
            assertThat(text).hasValue("one");
        }
    }

    @Test
    void formattedTextIsPastedAsMarkdown() {
        paste("<p>A <b>bold</b> <a href='https://example.org/'>link</a></p><ul><li>one</li><li>two</li></ul>");
        assertThat(text).hasValue("A **bold** [link](https://example.org/)\n\n- one\n- two");
        paste("<pre><code class='language-java'>int x = 1;\nint y;</code></pre>");
        assertThat(text).hasValue("```java\nint x = 1;\nint y;\n```");
        paste("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>");
        assertThat(text).hasValue("| A | B |\n| --- | --- |\n| 1 | 2\\|3 |");
        paste("<h2>Title</h2><p>A <s>word</s><script>alert(1)</script></p>");
        assertThat(text).hasValue("## Title\n\nA ~~word~~");
        text.press("Control+z");
        assertThat(text).hasValue("");
    }

    private void paste(String html) {
        text.fill("");
        page.evaluate("""
                html => navigator.clipboard.write([new ClipboardItem({
                  'text/html': new Blob([html], { type: 'text/html' }),
                  'text/plain': new Blob(['plain'], { type: 'text/plain' }),
                })])""", html);
        text.press("Control+v");
    }

    /** All that the editor writes, in one post. */
    @Test
    void previewEqualsPage() {
        String written = EditorKeys.all().stream()
                .map(stroke -> stroke.after().value())
                .distinct()
                .collect(Collectors.joining("\n\n***\n\n"));
        Visitor.Reply preview = ann.post("/text/preview", Map.of("text", written, "csrf-token", ann.csrfToken()));
        long question = ann.ask("Does the preview equal the page?", written, "");
        String shown = ann.get("/question/" + question + "/")
                .page()
                .select(".question .body")
                .html();
        assertThat(preview.page().body().html()).isEqualTo(shown).contains("<strong>");
    }
}
