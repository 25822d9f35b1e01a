package askme.draft;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts on the server: the newer text wins, and posting ends them, with and without scripts. */
@QuarkusTest
class DraftResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestDatabase testDatabase;

    @Inject
    Drafts drafts;

    private Visitor ann;
    private String token;

    @BeforeEach
    void signUp() {
        ann = Visitor.member("ann");
        token = ann.csrfToken();
    }

    private static String draft(long typedAt, String... fields) {
        ObjectNode json = JSON.createObjectNode().put("typedAt", typedAt);
        for (int i = 0; i < fields.length; i += 2) {
            json.put(fields[i], fields[i + 1]);
        }
        return json.toString();
    }

    private int put(String place, String json) {
        return ann.json("PUT", "/drafts/" + place, json, token).status();
    }

    /** The text of the draft; null without a draft. */
    private String text(Visitor member, String place) {
        Reply reply = member.get("/drafts/" + place);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.status()).isIn(200, 404);
        return reply.status() == 404 ? null : json(reply).path("text").textValue();
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    @Test
    void draftComesBackForItsMemberOnly() {
        long at = System.currentTimeMillis();
        assertThat(put(
                        "ask",
                        draft(at, "title", "Half a title", "text", "Half\na \u202etext 😀 </script>", "tags", "a, b")))
                .isEqualTo(204);
        JsonNode stored = json(ann.get("/drafts/ask"));
        assertThat(stored).hasSize(4);
        assertThat(stored.get("title").textValue()).isEqualTo("Half a title");
        assertThat(stored.get("text").textValue()).isEqualTo("Half\na \u202etext 😀 </script>");
        assertThat(stored.get("typedAt").longValue()).isEqualTo(at);
        assertThat(text(Visitor.guest().signIn(ann.nickname()), "ask")).startsWith("Half");
        assertThat(text(Visitor.member("bob"), "ask")).isNull();
        assertThat(text(ann, "answer-1")).isNull();
    }

    @Test
    void newerTextWins() {
        long at = System.currentTimeMillis() - 10_000;
        assertThat(put("answer-1", draft(at, "text", "second"))).isEqualTo(204);
        assertThat(put("answer-1", draft(at - 1, "text", "first"))).isEqualTo(409);
        assertThat(text(ann, "answer-1")).isEqualTo("second");
        assertThat(put("answer-1", draft(at, "text", "second, again"))).isEqualTo(204);
        assertThat(put("answer-1", draft(at + 1, "text", "third"))).isEqualTo(204);
        assertThat(text(ann, "answer-1")).isEqualTo("third");
    }

    @Test
    void clockThatIsAheadDoesNotBeatAllLaterTexts() {
        assertThat(put("answer-1", draft(Long.MAX_VALUE, "text", "from the year 292278994")))
                .isEqualTo(204);
        assertThat(json(ann.get("/drafts/answer-1")).get("typedAt").longValue())
                .isLessThanOrEqualTo(System.currentTimeMillis());
        assertThat(put("answer-1", draft(System.currentTimeMillis() + 1, "text", "later")))
                .isEqualTo(204);
        assertThat(text(ann, "answer-1")).isEqualTo("later");
    }

    @Test
    void discardedDraftStaysAway() {
        long at = System.currentTimeMillis();
        put("answer-1", draft(at, "text", "typed"));
        assertThat(ann.json("DELETE", "/drafts/answer-1", "", token).status()).isEqualTo(204);
        assertThat(text(ann, "answer-1")).isNull();
        assertThat(put("answer-1", draft(at, "text", "a request that was on its way")))
                .isEqualTo(409);
        assertThat(text(ann, "answer-1")).isNull();
        JsonNode ended = json(ann.get("/drafts/answer-1?quiet=1"));
        assertThat(ended.get("endedAt").longValue()).isGreaterThanOrEqualTo(at);
        assertThat(ann.get("/drafts/answer-2?quiet=1").body()).isEqualTo("{}");
    }

    @Test
    void postingEndsTheDraftOfEachForm() {
        put("ask", draft(System.currentTimeMillis(), "text", "typed"));
        long question = ann.ask("Which drafts end?", "All that are posted", "");
        assertThat(text(ann, "ask")).isNull();

        put("answer-" + question, draft(System.currentTimeMillis(), "text", "typed"));
        long answer = ann.answer(question, "This one");
        assertThat(text(ann, "answer-" + question)).isNull();

        for (String post : List.of("question/" + question, "answer/" + answer)) {
            String place = post.replace("question/", "q").replace("answer/", "a");
            put("comment-" + place, draft(System.currentTimeMillis(), "text", "typed"));
            ann.get("/" + post + "/comments/");
            ann.submit(".comment-form", Map.of("text", "A comment"));
            assertThat(text(ann, "comment-" + place)).isNull();

            put("edit-" + place, draft(System.currentTimeMillis(), "text", "typed", "version", ""));
            ann.get("/" + post + "/edit/");
            ann.submit("form.wide-form", Map.of("text", "Now with another text"));
            assertThat(text(ann, "edit-" + place)).isNull();
        }
    }

    @Test
    void refusedFormKeepsItsDraft() {
        put("ask", draft(System.currentTimeMillis(), "text", "typed"));
        ann.get("/ask/");
        assertThat(ann.submit("form.wide-form", Map.of("title", "", "text", "typed"))
                        .status())
                .isEqualTo(422);
        assertThat(text(ann, "ask")).isEqualTo("typed");
    }

    @Test
    void onlyMembersWithTheirTokenHaveDrafts() {
        String some = draft(1, "text", "x");
        Visitor guest = Visitor.guest();
        assertThat(guest.json("PUT", "/drafts/ask", some, "none").status()).isEqualTo(401);
        assertThat(guest.json("DELETE", "/drafts/ask", "", "none").status()).isEqualTo(401);
        assertThat(guest.json("GET", "/drafts/ask", "", "none").status()).isEqualTo(401);
        assertThat(ann.json("PUT", "/drafts/ask", some, "none").status()).isEqualTo(403);
        assertThat(ann.json("DELETE", "/drafts/ask", "", "none").status()).isEqualTo(403);
        assertThat(text(ann, "ask")).isNull();
    }

    @Test
    void hostileValuesAreRefused() {
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{}",
                "{\"typedAt\":1}",
                "{\"text\":\"x\"}",
                "{\"text\":\"x\",\"typedAt\":\"1\"}",
                "{\"text\":\"x\",\"typedAt\":1e999}",
                "{\"text\":7,\"typedAt\":1}",
                "{\"text\":{\"a\":1},\"typedAt\":1}",
                "{\"text\":\"x\",\"text\":\"y\",\"typedAt\":1}",
                "{\"text\":",
                draft(1, "text", "x".repeat(20_001)),
                draft(1, "title", "x".repeat(501)),
                draft(1, "x".repeat(21), "x"),
                draft(1, "a", "", "b", "", "c", "", "d", "", "e", "", "f", "", "g", "", "h", "", "i", ""))) {
            assertThat(put("ask", bad)).as(bad).isIn(400, 422);
        }
        assertThat(put("comment-q1", draft(1, "text", "x".repeat(601)))).isEqualTo(422);
        assertThat(put("comment-q1", draft(1, "text", "x".repeat(600)))).isEqualTo(204);
        assertThat(put("answer-1", draft(1, "text", "\u0000\u0301".repeat(10_000))))
                .isEqualTo(204);
        assertThat(text(ann, "answer-1")).hasSize(20_000);
        assertThat(put("ask", "{\"text\":\"\\ud800\",\"typedAt\":1}")).isLessThan(500);
        for (String place : List.of("answer-0", "answer-", "answer-x", "edit-1", "comment-7", "ASK", "a".repeat(300))) {
            assertThat(put(place, draft(1, "text", "x"))).as(place).isEqualTo(404);
        }
    }

    @Test
    void oldestDraftMakesRoomForANewOne() {
        for (int i = 1; i <= Drafts.MOST + 2; i++) {
            assertThat(put("answer-" + i, draft(i, "text", "x"))).isEqualTo(204);
        }
        assertThat(text(ann, "answer-2")).isNull();
        assertThat(text(ann, "answer-3")).isEqualTo("x");
        assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM draft WHERE member_id = (SELECT id FROM member WHERE nickname = ?)",
                        ann.nickname()))
                .isEqualTo(Drafts.MOST);
    }

    @Test
    void oldDraftsAreSwept() {
        put("answer-1", draft(1, "text", "old"));
        put("answer-2", draft(1, "text", "new"));
        testDatabase.change(
                "UPDATE draft SET saved_at = saved_at - INTERVAL 31 DAY WHERE place = 'answer-1' AND member_id ="
                        + " (SELECT id FROM member WHERE nickname = ?)",
                ann.nickname());
        assertThat(drafts.sweep(Duration.ofDays(30))).isPositive();
        assertThat(text(ann, "answer-1")).isNull();
        assertThat(text(ann, "answer-2")).isEqualTo("new");
    }
}
