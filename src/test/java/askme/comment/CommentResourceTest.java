package askme.comment;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comments by forms and by a script, under a question and under an answer. */
@QuarkusTest
@Tag("program")
class CommentResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;

    @BeforeEach
    void post() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("Who comments here?", "Everybody may do it", "");
        answer = bob.answer(question, "I do");
    }

    private long comment(Visitor author, String post, String text) {
        author.get(post + "/comments/");
        Reply reply = author.submit(".comment-form", Map.of("text", text));
        return Long.parseLong(reply.url().replaceAll(".*#comment-", ""));
    }

    private Document page() {
        return Visitor.guest().get("/question/" + question + "/").page();
    }

    @Test
    void commentsAreBelowTheirPosts() {
        long onQuestion = comment(bob, "/question/" + question, "Which *version* is `it`?");
        long onAnswer = comment(ann, "/answer/" + answer, "# no heading");
        var first = page().selectFirst("#question-" + question + " .comments #comment-" + onQuestion);
        assertThat(first.attr("data-comment-id")).isEqualTo(Long.toString(onQuestion));
        assertThat(first.select(".comment-text").html()).contains("<em>version</em>", "<code>it</code>");
        var second = page().selectFirst("#answer-" + answer + " .comments #comment-" + onAnswer);
        assertThat(second.select(".comment-text").text()).isEqualTo("# no heading");
        assertThat(second.select("h1, h3")).isEmpty();
    }

    @Test
    void fiveBestAreShownInTheOrderOfTheirTime() {
        List<Long> ids = java.util.stream.IntStream.range(0, 7)
                .mapToObj(n -> comment(bob, "/question/" + question, "Comment number " + n))
                .toList();
        for (int best : new int[] {6, 5}) {
            ann.postJson("/comment/" + ids.get(best) + "/vote", "{\"value\":1}");
        }
        Document page = page();
        assertThat(page.select("#question-" + question + " .comment").eachAttr("data-comment-id"))
                .containsExactly(
                        ids.get(0).toString(),
                        ids.get(1).toString(),
                        ids.get(2).toString(),
                        ids.get(5).toString(),
                        ids.get(6).toString());
        var more = page.selectFirst("#question-" + question + " .more-comments");
        assertThat(more.text()).isEqualTo("2 more comments");
        assertThat(Visitor.guest().get(more.attr("href")).page().select(".comment"))
                .hasSize(7);
    }

    @Test
    void scriptReceivesTheCommentAndErrors() throws Exception {
        String token = bob.csrfToken();
        Reply added = bob.postForm("/answer/" + answer + "/comments", Map.of("text", "Is it so?"), token);
        assertThat(added.status()).isEqualTo(200);
        JsonNode json = JSON.readTree(added.body());
        assertThat(json.get("html").asText()).contains("id=\"comment-" + json.get("id") + "\"", "Is it so?", "/edit");
        Reply refused = bob.postForm("/answer/" + answer + "/comments", Map.of("text", "ab"), token);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get("detail").asText()).isEqualTo("Write at least three characters.");
    }

    @Test
    void badTextIsShownAgainWithTheError() {
        for (String text : List.of("", "ab", "\u200b\u200b\u200b\u200b", "[a]: http://x.example", "x".repeat(601))) {
            bob.get("/question/" + question + "/comments/");
            Reply refused = bob.submit(".comment-form", Map.of("text", text));
            assertThat(refused.status()).as(text).isEqualTo(422);
            assertThat(refused.page().select(".comment-form .invalid-feedback").text())
                    .isNotBlank();
        }
        bob.get("/question/" + question + "/comments/");
        assertThat(bob.submit(".comment-form", Map.of("text", "ab"))
                        .page()
                        .select(".comment-form textarea")
                        .val())
                .isEqualTo("ab");
        assertThat(page().select(".comment")).isEmpty();
    }

    @Test
    void onlyTheAuthorEditsAndDeletes() {
        long id = comment(bob, "/question/" + question, "The first version");
        assertThat(ann.get("/comment/" + id + "/edit/").status()).isEqualTo(403);
        assertThat(ann.post("/comment/" + id + "/delete", Map.of("csrf-token", ann.csrfToken()))
                        .status())
                .isEqualTo(403);
        bob.get("/comment/" + id + "/edit/");
        bob.submit("form:has(textarea)", Map.of("text", "The second version"));
        assertThat(page().select("#comment-" + id).text()).contains("The second version", "edited");
        bob.get("/comment/" + id + "/edit/");
        bob.submit("form[action$=/delete]", Map.of());
        assertThat(page().select(".comment")).isEmpty();
        assertThat(Visitor.guest().get("/comment/" + id + "/").status()).isEqualTo(404);
        assertThat(testDatabase.of("SELECT comment_count FROM question WHERE id = ?", question))
                .isZero();
    }

    @Test
    void helpfulIsMarkedOnceAndTakenBack() {
        long id = comment(bob, "/answer/" + answer, "A helpful remark");
        String path = "/comment/" + id + "/vote";
        assertThat(ann.postJson(path, "{\"value\":1}").body()).isEqualTo("{\"rating\":1,\"vote\":1}");
        assertThat(ann.postJson(path, "{\"value\":1}").body()).isEqualTo("{\"rating\":0,\"vote\":0}");
        assertThat(ann.postJson(path, "{\"value\":-1}").status()).isEqualTo(422);
        assertThat(bob.postJson(path, "{\"value\":1}").status()).isEqualTo(403);
        assertThat(Visitor.guest().postJson(path, "{\"value\":1}", "none").status())
                .isIn(401, 403);
    }

    @Test
    void commentGoesWithItsPost() {
        long id = comment(ann, "/answer/" + answer, "About this answer");
        bob.get("/answer/" + answer + "/edit/");
        bob.submit("form[action$=/delete]", Map.of());
        assertThat(Visitor.guest().get("/comment/" + id + "/").status()).isEqualTo(404);
        assertThat(ann.post(
                                "/answer/" + answer + "/comments",
                                Map.of("csrf-token", ann.csrfToken(), "text", "Too late"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pageThatWasAwayReceivesWhatItMissed() throws Exception {
        long first = comment(bob, "/question/" + question, "Seen before");
        long second = comment(bob, "/answer/" + answer, "Missed");
        Reply reply = Visitor.guest()
                .get("/question/" + question + "/answers/since?after=" + answer + "&comment=" + (first + 1)
                        + "&comments=" + first + ",999999999");
        String changes = reply.body();
        assertThat(changes).contains("\"kind\":\"comment-gone\",\"id\":999999999", "Missed");
        assertThat(changes).contains("\"post\":\"answer-" + answer + "\"").contains("\"id\":" + second);
        assertThat(changes).doesNotContain("Seen before");
    }
}
