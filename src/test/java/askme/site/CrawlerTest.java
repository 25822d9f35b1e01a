package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class CrawlerTest {

    @Inject
    Settings settings;

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;

    @BeforeEach
    void createPosts() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("A question for the crawler", "With `code` and [a link](/hot/)", "crawl, c++");
        answer = bob.answer(question, "An answer for the crawler");
    }

    @Test
    void crawlerAsGuestFindsNoError() {
        Crawler crawler = new Crawler(Visitor.guest(), "/", "/", Visitor::guest);
        crawler.crawl();
        assertThat(crawler.broken()).isEmpty();
        assertThat(crawler.pages()).contains("/", "/hot/", "/tags/", "/members/", "/question/" + question + "/");
        assertThat(crawler.forms()).contains("POST /login/", "POST /signup/", "GET /search/");
    }

    @Test
    void crawlerAsMemberChangesNothingOfOthers() {
        long posts = contentOf(ann);
        Visitor eve = signedInTwice("eve");
        Crawler crawler = new Crawler(eve, "/", "/", () -> signedInTwice("fay"));
        crawler.crawl();
        assertThat(crawler.broken()).isEmpty();
        assertThat(crawler.pages()).contains("/ask/", "/profile/", "/profile/account/", "/profile/security/");
        assertThat(crawler.forms())
                .contains(
                        "POST /ask/",
                        "POST /profile/edit/",
                        "POST /profile/password",
                        "POST /question/N/answers",
                        "POST /logout/",
                        "POST /profile/sessions/end",
                        "POST /profile/sessions/end-all");
        assertThat(eve.get("/profile/").url()).as("eve's own session").endsWith("/profile/");
        assertThat(ann.get("/profile/").url()).as("ann's session").endsWith("/profile/");
        assertThat(contentOf(ann)).isEqualTo(posts);
        assertThat(testDatabase.of("SELECT COUNT(*) FROM member WHERE nickname = ?", ann.nickname()))
                .isOne();
    }

    @Test
    void crawlerAsAdminFindsNoError() {
        Visitor boss = administrator();
        try {
            Crawler crawler = new Crawler(boss, "/admin/jobs/", "/admin/", this::administrator);
            crawler.crawl();
            assertThat(crawler.broken()).isEmpty();
            assertThat(crawler.pages()).contains("/admin/jobs/");
            assertThat(crawler.forms())
                    .contains(
                            "POST /admin/jobs/pause",
                            "POST /admin/jobs/test-mail",
                            "POST /admin/settings/X",
                            "POST /admin/invitations/");
            for (String step : new String[] {"retry", "delete", "pause", "resume"}) {
                for (String value : Crawler.HOSTILE) {
                    Map<String, String> fields = Map.of("csrf-token", boss.csrfToken(), "id", value, "queue", value);
                    assertThat(boss.postOnce("/admin/jobs/" + step, fields).status())
                            .as(step + " " + value)
                            .isLessThan(500);
                }
            }
            assertThat(boss.get("/admin/jobs/").page().select("[data-queue]").eachAttr("data-queue"))
                    .containsExactly("realtime", "mail", "digest", "webhook");
        } finally {
            for (String queue : new String[] {"realtime", "mail", "digest", "webhook"}) {
                boss.postOnce("/admin/jobs/resume", Map.of("csrf-token", boss.csrfToken(), "queue", queue));
            }
            testDatabase.change("DELETE FROM setting");
            testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
            settings.refresh();
        }
        assertThat(boss.get("/admin/jobs/").page().select("form[action$=resume]"))
                .isEmpty();
    }

    @Test
    void crawlerAsReviewerFindsNoError() {
        for (int i = 0; i < 3; i++) {
            Visitor proposer = Visitor.member("proposer");
            proposer.get("/answer/" + answer + "/edit/");
            proposer.submit(
                    "form:has(textarea[name=text])", Map.of("text", "Better " + i + "<script>alert(1)</script>"));
        }
        Visitor boss = administrator();
        Crawler crawler = new Crawler(boss, "/moderation/edits/", "/moderation/", this::administrator);
        crawler.crawl();
        assertThat(crawler.broken()).isEmpty();
        assertThat(crawler.pages()).contains("/moderation/edits/", "/moderation/edits/?of=me");
        assertThat(crawler.forms()).contains("POST /moderation/edits/N/take", "POST /moderation/edits/N/decline");
    }

    @Test
    void idsOfOtherMembersAreRefused() {
        Visitor eve = Visitor.member("eve");
        String token = eve.csrfToken();
        Map<String, String> edit = Map.of("csrf-token", token, "title", "Mine now", "text", "Mine now", "tags", "");
        for (String path : new String[] {
            "/question/" + question + "/delete", "/answer/" + answer + "/delete", "/answer/" + answer + "/accept"
        }) {
            assertThat(eve.postOnce(path, edit).status()).as(path).isEqualTo(403);
        }
        for (String path : new String[] {"/question/" + question, "/answer/" + answer}) {
            Reply proposed = eve.postOnce(path + "/edit", edit);
            assertThat(proposed.status()).as(path).isEqualTo(303);
        }
        long suggestion = testDatabase.of("SELECT MAX(id) FROM edit_suggestion WHERE question_id = ?", question);
        for (String act : new String[] {"take", "decline", "withdraw"}) {
            Map<String, String> fields = Map.of("csrf-token", token, "reason", "Mine");
            boolean own = act.equals("withdraw");
            Visitor sender = own ? bob : eve;
            Map<String, String> sent = own ? Map.of("csrf-token", bob.csrfToken()) : fields;
            assertThat(sender.postOnce("/moderation/edits/" + suggestion + "/" + act, sent)
                            .status())
                    .as(act)
                    .isEqualTo(403);
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
    void invalidAddressesGetErrorPagesInTheLayout() {
        for (String value : Crawler.HOSTILE) {
            String encoded =
                    URLEncoder.encode(value.length() > 1000 ? value.substring(0, 1000) : value, StandardCharsets.UTF_8);
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

    /** A member with another session somewhere, which can be ended. */
    private static Visitor signedInTwice(String name) {
        Visitor member = Visitor.member(name);
        Visitor.guest().signIn(member.nickname());
        return member;
    }

    private Visitor administrator() {
        Visitor member = signedInTwice("boss");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    @Test
    void returnAddressNeverLeadsToAnotherSite() {
        String ours = URI.create(ann.get("/").url()).getAuthority();
        for (String back : new String[] {
            "//evil.example/", "///evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)",
            "/\t/evil.example", "/a\"b{c}^|", "/%%zz", "/тег/", "/hot/?page=2"
        }) {
            String encoded = URLEncoder.encode(back, StandardCharsets.UTF_8);
            for (String path : new String[] {"/language/en", "/login/", "/signup/"}) {
                Reply reply = ann.getOnce(path + "?continue=" + encoded);
                assertThat(reply.status()).as(path + " " + back).isEqualTo(303);
                assertThat(URI.create(reply.url())
                                .resolve(reply.header("Location"))
                                .getAuthority())
                        .as(path + " " + back)
                        .isEqualTo(ours);
            }
        }
    }

    /** The texts and titles of a member's posts, as one number. */
    private long contentOf(Visitor author) {
        return testDatabase.of(
                "SELECT COALESCE(SUM(CRC32(CONCAT(q.title, q.body, q.tag_names))), 0) FROM question q"
                        + " JOIN member m ON m.id = q.author_id WHERE m.nickname = ?",
                author.nickname());
    }
}
