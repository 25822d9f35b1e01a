package askme.api;

import static org.assertj.core.api.Assertions.assertThat;

import askme.api.ApiClient.Reply;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Programs read and write by the API. */
@QuarkusTest
class ApiTest {

    private static final String TEXT = "The pump makes a noise at night and stops in the morning.";

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    private static String question(String title) {
        return "{\"title\":\"" + title + "\",\"text\":\"" + TEXT + "\",\"tags\":[\"pumps\"]}";
    }

    private static long ask(ApiClient program, String title) {
        Reply asked = program.send("POST", "/questions", question(title));
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(201);
        assertThat(asked.header("Location"))
                .endsWith("/api/v1/questions/" + asked.body().path("id").asLong());
        return asked.body().path("id").asLong();
    }

    private void trust(Visitor member) {
        database.change("UPDATE member SET rating = 500 WHERE nickname = '" + member.nickname() + "'");
    }

    @Test
    void everyRouteIsReadWithATokenAndByGuests() {
        Visitor ann = Visitor.member("ann");
        ApiClient program = ApiClient.of(ann, "read", "write");
        long question = ask(program, "Why does the pump make a noise?");
        Reply answered = program.send("POST", "/questions/" + question + "/answers", "{\"text\":\"" + TEXT + "\"}");
        assertThat(answered.status()).isEqualTo(201);
        long answer = answered.body().path("id").asLong();
        Reply commented = program.send("POST", "/answers/" + answer + "/comments", "{\"text\":\"Which pump is it?\"}");
        assertThat(commented.status()).isEqualTo(201);
        long comment = commented.body().path("id").asLong();
        List<String> open = List.of(
                "/questions",
                "/questions?list=active&tag=pumps",
                "/questions?list=unanswered",
                "/questions?list=top",
                "/questions/" + question,
                "/questions/" + question + "/answers",
                "/questions/" + question + "/comments",
                "/answers/" + answer,
                "/answers/" + answer + "/comments",
                "/comments/" + comment,
                "/tags",
                "/openapi.json",
                "/members/" + ann.nickname(),
                "/search?q=pump");
        for (String path : open) {
            Reply read = ApiClient.guest().get(path);
            assertThat(read.status()).as(path).isEqualTo(200);
            assertThat(program.get(path).status()).as(path).isEqualTo(200);
            assertThat(ApiClient.guest()
                            .get(path, "If-None-Match", read.header("ETag"))
                            .status())
                    .as(path)
                    .isEqualTo(304);
        }
        for (String path : List.of("/me", "/me/notifications")) {
            assertThat(program.get(path).status()).as(path).isEqualTo(200);
            assertThat(ApiClient.guest().get(path).status()).as(path).isEqualTo(401);
        }
        JsonNode read =
                program.get("/questions/" + question + "?fields=id,title").body();
        assertThat(read).hasSize(2);
        assertThat(read.path("title").asText()).isEqualTo("Why does the pump make a noise?");
        assertThat(program.get("/questions?fields=secret").code()).isEqualTo("bad-fields");
    }

    @Test
    void listsGoOnWithTheirCursor() {
        Visitor ben = Visitor.member("ben");
        ApiClient program = ApiClient.of(ben, "read", "write");
        long question = ask(program, "How long is a list of answers?");
        for (int i = 0; i < 31; i++) {
            program.send("POST", "/questions/" + question + "/answers", "{\"text\":\"" + TEXT + i + "\"}");
        }
        List<Long> seen = new ArrayList<>();
        String next = "";
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).isLessThan(2);
            Reply read = program.get("/questions/" + question + "/answers" + next);
            assertThat(read.status()).as(String.valueOf(read.body())).isEqualTo(200);
            read.body().path("items").forEach(item -> seen.add(item.path("id").asLong()));
            next = read.body().hasNonNull("next")
                    ? "?cursor=" + read.body().path("next").asText()
                    : null;
        }
        assertThat(seen).doesNotHaveDuplicates().isSorted();
        assertThat((long) seen.size())
                .isEqualTo(database.of("SELECT COUNT(*) FROM answer WHERE question_id = " + question));
        assertThat(program.get("/questions?cursor=abc").code()).isEqualTo("bad-cursor");
    }

    @Test
    void editNeedsTheVersionThatWasSeen() {
        Visitor cora = Visitor.member("cora");
        ApiClient program = ApiClient.of(cora, "read", "write");
        long id = ask(program, "What is the version of a question?");
        String path = "/questions/" + id;
        String edit = "{\"title\":\"What is the version of a post?\"}";
        assertThat(program.send("PATCH", path, edit).status()).isEqualTo(428);
        String version = program.get(path).body().path("version").asText();
        Reply edited = program.send("PATCH", path, edit, "If-Match", "\"" + version + "\"");
        assertThat(edited.status()).as(String.valueOf(edited.body())).isEqualTo(200);
        assertThat(edited.body().path("text").asText()).isEqualTo(TEXT);
        Reply overtaken =
                program.send("PATCH", path, "{\"title\":\"Another title again\"}", "If-Match", "\"" + version + "\"");
        assertThat(overtaken.status()).isEqualTo(412);
        Reply refused = program.send("PATCH", path, "{\"title\":\"\"}", "If-Match", "*");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("field").asText()).isEqualTo("title");
        assertThat(program.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
    }

    @Test
    void tokenGivesNoMoreThanItsScopesAndItsMember() {
        Visitor asker = Visitor.member("asker");
        Visitor mod = Visitor.member("mod");
        database.change("UPDATE member SET moderator = 1 WHERE nickname = '" + mod.nickname() + "'");
        ApiClient owner = ApiClient.of(asker, "read", "write");
        String path = "/questions/" + ask(owner, "Who may delete this question?");
        Visitor other = Visitor.member("other");
        ApiClient reader = ApiClient.of(other, "read");
        Reply narrow = reader.send("DELETE", path, null);
        assertThat(narrow.code()).isEqualTo("insufficient-scope");
        assertThat(narrow.header("WWW-Authenticate")).contains("scope=\"write\"");
        assertThat(ApiClient.guest().send("DELETE", path, null).code()).isEqualTo("token-required");
        assertThat(ApiClient.of(other, "read", "write", "moderate")
                        .send("DELETE", path, null)
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.of(mod, "read", "write").send("DELETE", path, null).status())
                .isEqualTo(403);
        assertThat(owner.send("POST", path + "/vote", "{\"value\":1}").code()).isEqualTo("own-post");
        trust(other);
        Reply voted = ApiClient.of(other, "write").send("POST", path + "/vote", "{\"value\":1}");
        assertThat(voted.body().path("rating").asInt()).isEqualTo(1);
        assertThat(ApiClient.of(mod, "write", "moderate")
                        .send("DELETE", path, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void cookieOpensNothing() {
        Visitor dora = Visitor.member("dora");
        String cookies = dora.cookies().entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        assertThat(ApiClient.guest().get("/me", "Cookie", cookies).status()).isEqualTo(401);
        assertThat(ApiClient.guest()
                        .send("POST", "/questions", question("Does a cookie ask?"), "Cookie", cookies)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void unconfirmedMembersPostsWait() {
        Visitor eva = Visitor.member("eva");
        ApiClient program = ApiClient.of(eva, "read", "write");
        database.change("UPDATE member SET must_confirm = 1 WHERE nickname = '" + eva.nickname() + "'");
        Reply waits = program.send("POST", "/questions", question("Is my address confirmed?"));
        assertThat(waits.status()).isEqualTo(202);
        assertThat(waits.code()).isEqualTo("unconfirmed");
    }

    @Test
    void pageExplainsEachOperation() {
        Document english = Visitor.guest().get("/api/").page();
        int operations = new ApiDocument()
                .parts().stream().mapToInt(part -> part.operations().size()).sum();
        assertThat(english.select(".api-operations details")).hasSize(operations);
        assertThat(english.select("#ask_question").text()).contains("POST /api/v1/questions", "up to 120 characters");
        assertThat(english.text()).contains("600 requests in 60 seconds");
        Document russian = Visitor.guest().speaking("ru").get("/api/").page();
        assertThat(russian.select("#ask_question").text()).contains("Задать вопрос", "до 120 символов");
    }

    @Test
    void privateSiteDemandsAToken() {
        Visitor fred = Visitor.member("fred");
        ApiClient program = ApiClient.of(fred, "read");
        try (var closed = new ChangedSetting(SettingKeys.READERS, "members", database, settings)) {
            Reply refused = ApiClient.guest().get("/questions");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(program.get("/questions").status()).isEqualTo(200);
        }
    }

    @Test
    void malformedInputIsAProblem() {
        ApiClient program = ApiClient.of(Visitor.member("gus"), "read", "write");
        assertThat(program.send("POST", "/questions", "{").status()).isEqualTo(400);
        assertThat(program.send("POST", "/questions", "null").code()).isEqualTo("no-body");
        for (String wrong : List.of("{\"tags\":[null]}", "{\"tags\":[7]}", "{\"title\":7}", "{\"text\":true}")) {
            assertThat(program.send("POST", "/questions", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (String tag : List.of("", " ", "two,tags", "a\",\"a\",\"a\",\"a")) {
            String body = "{\"title\":\"A title\",\"text\":\"" + TEXT + "\",\"tags\":[\"" + tag + "\"]}";
            assertThat(program.send("POST", "/questions", body).code()).as(tag).isEqualTo("bad-tag");
        }
        assertThat(program.get("/search?q=a&sort=worst").code()).isEqualTo("bad-sort");
        assertThat(program.send("POST", "/questions", "[]").status()).isEqualTo(400);
        assertThat(program.get("/questions/x").status()).isEqualTo(404);
        assertThat(program.get("/questions?list=worst").code()).isEqualTo("bad-list");
        assertThat(ApiClient.with("wrong").get("/questions").status()).isEqualTo(401);
    }
}
