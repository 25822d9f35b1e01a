package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main tasks of visitors, with a mouse, with a keyboard, and without JavaScript. */
@QuarkusTest
@Tag("program")
class JourneysTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Test
    void newMemberAsksAndReadsTheAnswer() throws IOException {
        Page ann = browsers.of(Visitor.guest(), "/");
        ann.locator("header >> a[href^='/signup/']").click();
        String name = Visitor.unique("ann");
        ann.locator("[name=email]").fill(name + "@example.org");
        ann.locator("[name=nickname]").fill(name);
        ann.locator("[name=password]").fill(Visitor.PASSWORD);
        ann.locator("[name=passwordAgain]").fill(Visitor.PASSWORD);
        ann.locator("[name=avatar]").setInputFiles(new FilePayload("me.png", "image/png", picture()));
        ann.locator("main form [type=submit]").first().click();
        assertThat(ann.locator("header .nickname")).hasText(name);
        assertThat(ann.locator("header .avatar")).hasAttribute("src", Pattern.compile("/avatar/(?!default/).*"));

        ann.locator("header a.ask").click();
        ann.locator("[name=title]").fill("How do I boil an egg?");
        ann.locator("[name=text]").fill("It **always** bursts.");
        ann.locator("[name=tags]").fill("kitchen, eggs");
        ann.locator("main form:has([name=title]) [type=submit]").click();
        assertThat(ann.locator("h1")).hasText("How do I boil an egg?");
        // The page has no other region: an empty one would come before the message.
        assertThat(ann.locator("[role=status], [role=alert]")).containsText("Question added");
        assertThat(ann.locator("#live-state[data-state=live]")).isAttached();

        Visitor bob = Visitor.member("bob");
        long question = Long.parseLong(ann.url().replaceAll(".*/question/(\\d+)/.*", "$1"));
        Page second = browsers.of(bob, "/question/" + question + "/");
        second.locator("textarea[name=text]").fill("Pierce it first.");
        second.locator("#your-answer form [type=submit]").click();
        assertThat(second).hasURL(Pattern.compile("#answer-\\d+$"));
        assertThat(ann.locator("#answers article .body")).hasText("Pierce it first.");
        assertThat(ann.locator("#answer-count")).hasText("1");

        ann.locator("#answers .vote.up").click();
        assertThat(ann.locator("#answers .rating")).hasText("1");
        assertThat(ann.locator("#answers .vote.up")).hasAttribute("aria-pressed", "true");
        assertThat(second.locator("#answers .rating")).hasText("1");
        ann.locator("#answers form.accept button").click();
        assertThat(ann.locator("#answers article")).hasClass(Pattern.compile("accepted"));
        assertThat(second.locator("#answers .accepted-mark")).isVisible();
        ann.locator("#answers .vote.up").click();
        assertThat(ann.locator("#answers .rating")).hasText("0");
    }

    @Test
    void keyboardSignsInAndOut() {
        Visitor ann = Visitor.member("ann");
        Page page = browsers.of(Visitor.guest(), "/hot/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.locator("header a[href^='/login/']").press("Enter");
        page.locator("[name=login]").fill(ann.nickname());
        page.locator("[name=password]").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/hot/$"));
        assertThat(page.locator("header .nickname")).hasText(ann.nickname());
        page.locator("header .user-menu summary").press("Enter");
        page.locator("header form[action='/logout/'] button").press("Enter");
        assertThat(page).hasURL(Pattern.compile("/hot/$"));
        assertThat(page.locator("header a[href^='/login/']")).isVisible();
    }

    @Test
    void siteWorksWithoutJavaScript() {
        Visitor ann = Visitor.member("ann");
        Page page = browsers.profile(ann, new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate("/ask/");
        page.locator("[name=title]").fill("Without any script?");
        page.locator("[name=text]").fill("Yes.");
        page.locator("[name=tags]").fill("plain");
        page.locator("main form:has([name=title]) [type=submit]").click();
        assertThat(page.locator("h1")).hasText("Without any script?");
        assertThat(page.getByText("Question added")).isVisible();
        page.locator("textarea[name=text]").fill("Indeed.");
        page.locator("#your-answer form [type=submit]").click();
        assertThat(page.locator("#answers article .body")).hasText("Indeed.");
        String address = page.url();

        Page other = browsers.profile(
                        Visitor.member("bob"), new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        other.navigate(address);
        other.locator("#answers .vote.up").click();
        assertThat(other.locator("#answers .rating")).hasText("1");
        other.locator("header [name=q]").fill("Without");
        other.keyboard().press("Enter");
        assertThat(other).hasURL(Pattern.compile("/search/\\?q=Without"));
    }

    @Test
    void newNicknameIsShownOnOldPosts() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Who am I?", "I wonder", "");
        Page page = browsers.of(ann, "/profile/edit/");
        String renamed = Visitor.unique("anna");
        page.locator("[name=nickname]").fill(renamed);
        page.locator("form:has([name=nickname]) [type=submit]").first().click();
        assertThat(page.locator("header .nickname")).hasText(renamed);
        page.navigate("/question/" + question + "/");
        assertThat(page.locator("#question-" + question + " .author")).hasText(renamed);
        page.navigate("/member/" + renamed + "/");
        assertThat(page.locator("main")).containsText("Who am I?");
    }

    @Test
    void newPictureIsShownInTheHeader() throws IOException {
        Page page = browsers.of(Visitor.member("ann"), "/profile/edit/");
        assertThat(page.locator("header .avatar")).hasAttribute("src", Pattern.compile("/avatar/default/.*"));
        page.locator("[name=avatar]").setInputFiles(new FilePayload("me.png", "image/png", picture()));
        page.locator("form:has([name=nickname]) [type=submit]").first().click();
        assertThat(page.locator("header .avatar")).hasAttribute("src", Pattern.compile("/avatar/(?!default/).*"));
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.ORANGE);
        paint.fillOval(10, 10, 60, 60);
        paint.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
