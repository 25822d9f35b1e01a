package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Numbers;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CrawlerTest {

    @Inject
    Numbers numbers;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;

    @BeforeEach
    void somethingToCrawl() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("A question for the crawler", "With `code` and [a link](/hot/)", "crawl, c++");
        answer = bob.answer(question, "An answer for the crawler");
    }

    @Test
    void aGuestWhoFollowsEveryLinkAndSendsEveryFormBreaksNothing() {
        Crawler crawler = new Crawler(Visitor.guest());
        crawler.crawl();
        assertThat(crawler.broken()).isEmpty();
        assertThat(crawler.pages()).contains("/", "/hot/", "/tags/", "/members/", "/question/" + question + "/");
        assertThat(crawler.forms()).contains("POST /login/", "POST /signup/", "GET /search/");
    }

    @Test
    void aMemberWhoFollowsEveryLinkAndSendsEveryFormBreaksNothingOfOthers() {
        long posts = contentOf(ann);
        Visitor eve = Visitor.member("eve");
        Crawler crawler = new Crawler(eve);
        crawler.crawl();
        assertThat(crawler.broken()).isEmpty();
        assertThat(crawler.pages()).contains("/ask/", "/profile/edit/");
        assertThat(crawler.forms()).contains("POST /ask/", "POST /profile/edit/", "POST /question/N/answers");
        assertThat(contentOf(ann)).isEqualTo(posts);
        assertThat(numbers.of("SELECT COUNT(*) FROM member WHERE nickname = ?", ann.nickname()))
                .isOne();
    }

    @Test
    void otherPeoplesIdsOpenNothing() {
        Visitor eve = Visitor.member("eve");
        String token = eve.csrfToken();
        Map<String, String> edit = Map.of("csrf-token", token, "title", "Mine now", "text", "Mine now", "tags", "");
        for (String path : new String[] {
            "/question/" + question + "/edit",
            "/question/" + question + "/delete",
            "/answer/" + answer + "/edit",
            "/answer/" + answer + "/delete",
            "/answer/" + answer + "/accept"
        }) {
            assertThat(eve.postOnce(path, edit).status()).as(path).isEqualTo(403);
        }
        for (String path : new String[] {"/question/999999999/", "/answer/999999999/"}) {
            for (String action : new String[] {"edit", "delete", "vote", "accept"}) {
                Reply reply = eve.postOnce(
                        path + action, Map.of("csrf-token", token, "value", "1", "title", "x", "text", "x"));
                assertThat(reply.status()).as(path + action).isBetween(400, 405);
            }
        }
        assertThat(ann.get("/question/" + question + "/").page().select("h1").text())
                .isEqualTo("A question for the crawler");
        assertThat(ann.last().page().select("#answer-" + answer + " .body").text())
                .isEqualTo("An answer for the crawler");
    }

    @Test
    void addressesThatMeanNothingAreErrorsInTheLayout() {
        for (String value : Crawler.HOSTILE) {
            String encoded = java.net.URLEncoder.encode(
                    value.length() > 1000 ? value.substring(0, 1000) : value, java.nio.charset.StandardCharsets.UTF_8);
            for (String pattern : new String[] {
                "/question/%s/",
                "/answer/%s/",
                "/tag/%s/",
                "/member/%s/",
                "/%s",
                "/search/?q=%s",
                "/?page=%s",
                "/search/suggestions?q=%s",
                "/tags/suggestions?q=%s",
                "/login/?continue=%s",
                "/avatar/%s",
                "/avatar/default/%s",
                "/language/%s",
                "/unsubscribe/%s",
                "/realtime/token?x=%s"
            }) {
                Reply reply = Visitor.guest().getOnce(pattern.formatted(encoded));
                assertThat(reply.status()).as(pattern + " " + encoded).isLessThan(500);
            }
        }
    }

    /** The texts and titles of a member's posts, as one number. */
    private long contentOf(Visitor author) {
        return numbers.of(
                "SELECT COALESCE(SUM(CRC32(CONCAT(q.title, q.body, q.tag_names))), 0) FROM question q"
                        + " JOIN member m ON m.id = q.author_id WHERE m.nickname = ?",
                author.nickname());
    }
}
