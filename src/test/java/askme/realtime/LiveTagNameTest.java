package askme.realtime;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lists that members have open follow the new name of a tag. */
@QuarkusTest
@Tag("full")
@Tag("live")
class LiveTagNameTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void openListShowsTheNewName() {
        String tag = "lst-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Visitor asker = Visitor.member("listAsker");
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", asker.nickname());
        Visitor moderator = Visitor.guest().signIn(asker.nickname());
        moderator.ask("Which tag is renamed in a list?", "This one is.", tag + ", kept");
        moderator.ask("Which tags become one?", "These two do.", tag + ", " + tag + "b");
        Page page = browsers.subscribed(Visitor.member("listReader"), "/?tag=" + tag, "subscribe");

        moderator.post(
                "/tag/" + tag + "/merge",
                Map.of("into", tag + "b", "confirmed", "yes", "csrf-token", moderator.csrfToken()));

        var patience = new LocatorAssertions.HasTextOptions().setTimeout(30_000);
        assertThat(page.locator("main .tags").first()).hasText(tag + "b", patience);
        assertThat(page.locator("main .tags").nth(1)).containsText(tag + "b");
        assertThat(page.locator("main .tags").nth(1)).containsText("kept");
        assertThat(page.locator("main .tag[href='/tag/" + tag + "b/']")).hasCount(2);
    }
}
