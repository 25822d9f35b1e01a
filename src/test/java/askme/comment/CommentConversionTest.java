package askme.comment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator turns a comment into an answer of its author. */
@QuarkusTest
class CommentConversionTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private Visitor chief;
    private long question;
    private long comment;

    @BeforeEach
    void post() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        String name = Visitor.member("chief").nickname();
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", name);
        chief = Visitor.guest().signIn(name);
        question = ann.ask("Is this a comment?", "Or an answer", "");
        bob.get("/question/" + question + "/comments/");
        comment = Long.parseLong(bob.submit(".comment-form", Map.of("text", "# It is *rather* an answer"))
                .url()
                .replaceAll(".*#comment-", ""));
    }

    private int convert(Visitor by) {
        return by.postOnce("/comment/" + comment + "/answer", Map.of("csrf-token", by.csrfToken()))
                .status();
    }

    @Test
    void commentBecomesAnAnswerOfItsAuthor() {
        ann.postJson("/comment/" + comment + "/vote", "{\"value\":1}");
        chief.get("/comment/" + comment + "/edit/");
        var reply = chief.submit("form[action$=/answer]", Map.of());
        assertThat(reply.url()).contains("/question/" + question + "/", "#answer-");
        Document page = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(page.select(".comment")).isEmpty();
        assertThat(page.select("#answers .answer")).hasSize(1);
        assertThat(page.select("#answers .body").html()).isEqualTo("<p># It is <em>rather</em> an answer</p>");
        assertThat(page.select("#answers .answer .byline, #answers .answer a[href^=/member/]")
                        .text())
                .contains(bob.nickname());
        assertThat(testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isOne();
        assertThat(testDatabase.of("SELECT comment_count FROM question WHERE id = ?", question))
                .isZero();
        assertThat(testDatabase.of("SELECT answer_count FROM member WHERE nickname = ?", bob.nickname()))
                .isOne();
        assertThat(convert(chief)).as("a second time").isEqualTo(404);
    }

    @Test
    void onlyAdministratorsMayDoIt() {
        assertThat(convert(bob)).isEqualTo(403);
        assertThat(convert(ann)).isEqualTo(403);
        bob.get("/comment/" + comment + "/edit/");
        assertThat(bob.last().page().select("form[action$=/answer]")).isEmpty();
        assertThat(chief.postOnce("/comment/" + comment + "/answer", Map.of()).status())
                .isEqualTo(403);
        assertThat(Visitor.guest().get("/question/" + question + "/").page().select(".comment"))
                .hasSize(1);
    }

    @Test
    void openPageShowsItOnce() {
        Page reader = browsers.of(Visitor.guest(), "/question/" + question + "/");
        assertThat(reader.locator("#live-state[data-state=live]")).isAttached();
        assertThat(reader.locator(".comment")).hasCount(1);
        assertThat(convert(chief)).isEqualTo(303);
        assertThat(reader.locator("#answers .answer")).hasCount(1);
        assertThat(reader.locator("#answers .body")).hasText("# It is rather an answer");
        assertThat(reader.locator(".comment")).hasCount(0);
    }
}
