package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The layout of members' texts in a real browser. */
@QuarkusTest
class WrittenTextTest {

    private static final String TABLE = "|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|";

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void tableColumnsAreAlignedInPostAndPreview() {
        Visitor ann = Visitor.member("ann");
        Page page = browsers.of(ann, "/question/" + ann.ask("What is where?", TABLE, "") + "/");
        assertThat(alignment(page.locator(".question td"))).containsExactly("left", "center", "right", "start");
        assertThat(alignment(page.locator(".question th"))).containsExactly("left", "center", "right", "start");

        page.navigate("/ask/");
        page.locator("textarea[name=text]").fill(TABLE);
        page.locator("#text-preview-tab").click();
        assertThat(page.locator(".preview td")).hasCount(4);
        assertThat(alignment(page.locator(".preview td"))).containsExactly("left", "center", "right", "start");
    }

    @Test
    void directionMarksInATitleStayInIt() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("\u202eReversed", "\u202ea first line", "");
        String card =
                Visitor.guest().get("/").page().select("#question-" + question).text();
        assertThat(card).contains("Reversed", "a first line").doesNotContain("\u202e");
        Page page = browsers.of(Visitor.guest(), "/question/" + question + "/");
        assertThat((String) page.locator(".question .author").evaluate("e => getComputedStyle(e).unicodeBidi"))
                .isEqualTo("isolate");
    }

    private static List<String> alignment(Locator cells) {
        return cells.all().stream()
                .map(cell -> (String) cell.evaluate("e => getComputedStyle(e).textAlign"))
                .toList();
    }
}
