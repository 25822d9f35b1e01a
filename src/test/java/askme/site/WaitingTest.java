package askme.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A vote or answer of somebody who is not signed in waits for its author to sign in, and is sent for nobody else. */
@QuarkusTest
class WaitingTest {

    private static final String ANSWER = "This was typed before anybody signed in";

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    private Visitor bob;
    private long question;

    @BeforeEach
    void questionOfSomebodyElse() {
        question = Visitor.member("ann").ask("Who may vote and answer here?", "Those who are signed in.", "");
        bob = Visitor.member("bob");
    }

    @Test
    void voteOfAGuestIsCastAfterTheSignIn() {
        Page page = browsers.of(Visitor.guest(), address());
        page.locator(".question .vote.up").click();
        assertThat(page.locator("main")).containsText("Sign in to vote");
        assertThat(page.locator(".waiting-note")).isVisible();
        signIn(page, "not the password");
        assertThat(page.locator("[name=password].is-invalid")).isVisible();
        signIn(page, Visitor.PASSWORD);
        assertThat(page.locator(".question .vote.up")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".question .rating")).hasText("1");

        // A vote that was cast before is not taken back.
        Page again = browsers.of(Visitor.guest(), address());
        again.locator(".question .vote.up").click();
        signIn(again, Visitor.PASSWORD);
        assertThat(again.locator(".question .vote.up")).hasAttribute("aria-pressed", "true");
        Assertions.assertThat(testDatabase.of("SELECT rating FROM question WHERE id = ?", question))
                .isOne();
    }

    @Test
    void guestWhoGoesOnReadingCastsNoVoteLater() {
        Page page = browsers.of(Visitor.guest(), address());
        page.locator(".question .vote.up").click();
        page.navigate("/");
        page.locator("header a[href^='/login/']").click();
        assertThat(page.locator(".waiting-note")).isHidden();
        signIn(page, Visitor.PASSWORD);
        page.navigate(address());
        assertThat(page.locator(".question .rating")).hasText("0");
    }

    @Test
    void answerOfAGuestIsPostedAfterTheSignUp() {
        Page page = browsers.of(Visitor.guest(), address());
        page.locator("textarea[name=text]").fill(ANSWER);
        page.locator("#your-answer [type=submit]").click();
        assertThat(page.locator("h1")).hasText("Sign in to post");
        assertThat(page.locator("textarea[readonly]")).hasValue(ANSWER);
        page.locator("main a[href^='/signup/']").click();
        String name = Visitor.unique("eve");
        page.locator("[name=email]").fill(name + "@example.org");
        page.locator("[name=nickname]").fill(name);
        page.locator("[name=password]").fill(Visitor.PASSWORD);
        page.locator("[name=passwordAgain]").fill(Visitor.PASSWORD);
        page.locator("main form .btn-primary[type=submit]").click();
        assertThat(page.locator("#answers .body")).hasText(ANSWER);
        assertThat(page.locator("#answers .author")).hasText(name);
        assertThat(page.locator("textarea[name=text]")).hasValue("");
    }

    @Test
    void textOfOneMemberIsNotPostedForAnother() {
        Page page = browsers.of(bob, address());
        page.locator("textarea[name=text]").fill(ANSWER);
        testDatabase.change(
                "DELETE FROM session WHERE member_id = (SELECT id FROM member WHERE nickname = ?)", bob.nickname());
        page.locator("#your-answer [type=submit]").click();
        assertThat(page.locator("h1")).hasText("You were signed out");
        Visitor eve = Visitor.member("eve");
        page.locator("[name=login]").fill(eve.nickname());
        page.locator("[name=password]").fill(Visitor.PASSWORD);
        page.locator("main form .btn-primary[type=submit]").click();
        assertThat(page.locator(".toast-note.error")).containsText("another account");
        assertThat(page.locator("textarea[name=text]")).hasValue("");
        Assertions.assertThat(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question))
                .isZero();
    }

    @Test
    void textIsGivenBackWithoutJavaScript() {
        Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(address());
        page.locator("textarea[name=text]").fill(ANSWER);
        page.locator("#your-answer [type=submit]").click();
        signIn(page, "not the password");
        signIn(page, Visitor.PASSWORD);
        assertThat(page.locator("header .nickname")).hasText(bob.nickname());
        assertThat(page.locator("textarea[name=text]")).hasValue(ANSWER);
        Assertions.assertThat(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question))
                .isZero();
        page.locator("main form .btn-primary[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("#answer-\\d+$"));
        assertThat(page.locator("#answers .body")).hasText(ANSWER);
    }

    private String address() {
        return "/question/" + question + "/";
    }

    private void signIn(Page page, String password) {
        page.locator("[name=login]").fill(bob.nickname());
        page.locator("[name=password]").fill(password);
        page.locator("main form .btn-primary[type=submit]").click();
    }
}
