package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bytes that a browser with an empty cache loads for a page. */
@QuarkusTest
class PageWeightTest {

    private static final long MOST_BYTES = 120 * 1024;
    private static final Set<String> COUNTED = Set.of("script", "stylesheet");

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void questionPageLoadsLittleStyleAndScript() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("How heavy is this page?", "It has code:\n\n```java\nint i = 1;\n```\n", "java");
        ann.answer(question, "Some more:\n\n```python\ni = 1\n```\n");
        Page page = browsers.profile(ann, new Browser.NewContextOptions()).newPage();
        Map<String, Long> sizes = new ConcurrentHashMap<>();
        page.onRequestFinished(request -> {
            if (COUNTED.contains(request.resourceType())) {
                sizes.put(request.url(), (long) request.sizes().responseBodySize);
            }
        });
        page.navigate("/question/" + question + "/");
        page.locator("#live-state[data-state=live]").waitFor(attached());
        page.locator("#answers .hljs-number").waitFor(attached()); // the highlighter comes late
        page.locator("#your-answer summary").click();
        page.locator("#your-answer textarea").fill("Typing loads the rest.");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(sizes).hasSizeGreaterThan(3);
        assertThat(sizes.values().stream().mapToLong(Long::longValue).sum())
                .as(sizes::toString)
                .isBetween(20_000L, MOST_BYTES);
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
