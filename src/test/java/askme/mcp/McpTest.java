package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import askme.mcp.Assistant.Result;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.LoggedErrors;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.web.WebConfig;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Assistants read and post by the tools of {@code /mcp}. */
@QuarkusTest
class McpTest {

    private static final String TEXT = "The pump makes a noise at night and stops in the morning.";
    private static final String QUESTION =
            "{'title':'Why does the %s pump make a noise?','text':'" + TEXT + "','tags':['pumps']}";

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    @Inject
    WebConfig web;

    @Test
    void guestFindsAndReadsTheAnswerThatAnAssistantPosted() {
        Visitor ann = Visitor.member("ann");
        Assistant writer = Assistant.of(ann, "read", "write");
        Result asked = writer.call("ask", QUESTION.formatted("circulation"));
        assertThat(asked.isError()).as(asked.text()).isFalse();
        long question = asked.content().path("id").asLong();
        assertThat(asked.content().path("url").asText()).isEqualTo(web.baseUrl() + "/question/" + question + "/");
        Result answered = writer.call("answer", "{'question':" + question + ",'text':'**Air** is in the pipes.'}");
        long answer = answered.content().path("id").asLong();
        assertThat(writer.call("comment", "{'answer':" + answer + ",'text':'Which pipe is it?'}")
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("posted");

        Assistant guest = Assistant.guest();
        JsonNode read = guest.call("read_question", "{'question':'" + web.baseUrl() + "/question/" + question + "'}")
                .content();
        assertThat(read.path("text").asText()).isEqualTo(TEXT);
        JsonNode first = read.path("answers").path(0);
        assertThat(first.path("text").asText()).isEqualTo("**Air** is in the pipes.");
        assertThat(first.path("url").asText()).isEqualTo(web.baseUrl() + "/answer/" + answer + "/");
        assertThat(first.path("author").path("nickname").asText()).isEqualTo(ann.nickname());
        assertThat(first.path("comments").path(0).path("text").asText()).isEqualTo("Which pipe is it?");
        assertThat(read.has("next")).isFalse();
        assertThat(guest.call("list_comments", "{'answer':" + answer + "}")
                        .content()
                        .path("comments"))
                .hasSize(1);
        assertThat(guest.call("search", "{'query':'circulation pump noise'}")
                        .content()
                        .path("questions"))
                .anyMatch(found -> found.path("id").asLong() == question);
        assertThat(guest.call("list_questions", "{'tag':'pumps'}").content().path("questions"))
                .anyMatch(found -> found.path("id").asLong() == question);
        assertThat(guest.call("list_tags", "{}").text()).contains("\"pumps\"");
        assertThat(guest.call("read_member", "{'nickname':'" + ann.nickname() + "'}")
                        .content()
                        .path("questions"))
                .hasSize(1);
    }

    @Test
    void eachArgumentIsATextOrAKnownList() {
        JsonNode tools = Assistant.guest().request("tools/list").path("result").path("tools");
        assertThat(tools).isNotEmpty();
        for (JsonNode tool : tools) {
            tool.path("inputSchema").path("properties").properties().forEach(argument -> {
                boolean isList = Protocol.LISTS.contains(argument.getKey());
                assertThat(argument.getValue().path("type").asText())
                        .as(tool.path("name").asText() + " " + argument.getKey())
                        .isEqualTo(isList ? "array" : "string");
            });
        }
    }

    @Test
    void longDiscussionHasPages() {
        Visitor ben = Visitor.member("ben");
        long question = ben.ask("How long is a discussion?", TEXT, "pages");
        for (int i = 0; i < 5; i++) {
            ben.answer(question, i + "x".repeat(19_000));
        }
        Assistant guest = Assistant.guest();
        List<Long> seen = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = guest.call(
                            "read_question",
                            "{'question':" + question + (next == null ? "" : ",'cursor':'" + next + "'") + "}")
                    .content();
            assertThat(page.path("answers")).hasSizeBetween(1, 3);
            assertThat(page.has("text")).isEqualTo(next == null);
            page.path("answers").forEach(answer -> seen.add(answer.path("id").asLong()));
            next = page.path("next").asText(null);
        } while (next != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(guest.call("read_question", "{'question':" + question + ",'cursor':'abc'}")
                        .text())
                .contains("cursor");
    }

    @Test
    void eachErrorSaysWhatToChange() {
        Visitor cora = Visitor.member("cora");
        Assistant guest = Assistant.guest();
        Assistant writer = Assistant.of(cora, "read", "write");
        assertThat(error(guest, "ask", QUESTION.formatted("first"))).contains("Authorization: Bearer");
        assertThat(error(Assistant.of(cora, "read"), "ask", QUESTION.formatted("first")))
                .contains("\"write\"", web.baseUrl() + "/profile/tokens/");
        assertThat(error(writer, "ask", "{'title':'','text':'short'}")).contains("Nothing was posted", "- title: ");
        assertThat(error(writer, "answer", "{'question':999999999,'text':'" + TEXT + "'}"))
                .contains("no such question");
        assertThat(error(writer, "comment", "{'text':'Which one?'}")).contains("either a question or an answer");
        assertThat(error(guest, "read_question", "{'question':'the first one'}"))
                .contains("id of the question");
        assertThat(error(guest, "read_question", "{}")).contains("question");
        assertThat(error(guest, "read_question", "{'question':{'id':1}}")).contains("\"question\" must be a text");
        assertThat(error(writer, "ask", "{'title':['a'],'text':'short'}")).contains("\"title\" must be a text");
        assertThat(error(guest, "list_comments", "{'answer':'first'}")).contains("id of the answer");
        assertThat(error(guest, "list_questions", "{'list':'worst'}")).contains("unanswered");
        long locked = cora.ask("Who may answer here?", TEXT, "locks");
        database.change("UPDATE question SET version = version + (1 << 58) WHERE id = ?", locked);
        assertThat(error(writer, "answer", "{'question':" + locked + ",'text':'" + TEXT + "'}"))
                .contains("locked");
        database.change("UPDATE member SET must_confirm = 1 WHERE nickname = ?", cora.nickname());
        Result waits = writer.call("ask", QUESTION.formatted("second"));
        assertThat(waits.isError()).isFalse();
        assertThat(waits.content().path("status").asText()).isEqualTo("unconfirmed");
        assertThat(waits.content().has("id")).isFalse();
    }

    private static String error(Assistant assistant, String tool, String arguments) {
        Result result = assistant.call(tool, arguments);
        assertThat(result.isError()).as(tool + arguments + result.text()).isTrue();
        assertThat(result.text()).doesNotContain("Exception", "askme.", "java");
        return result.text();
    }

    @Test
    void onlyProgramsWithAValidTokenReachTheTools() {
        Visitor dora = Visitor.member("dora");
        Assistant guest = Assistant.guest();
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        assertThat(guest.send("POST", "/mcp", list, "Origin", "https://evil.test")
                        .statusCode())
                .isEqualTo(403);
        assertThat(guest.send("POST", "/mcp", list, "Origin", web.baseUrl().toString())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = Assistant.with("wrong").send("POST", "/mcp", list);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(Assistant.of(dora, "write").send("POST", "/mcp", list).statusCode())
                .isEqualTo(403);
        Assistant browser = Assistant.guest();
        String cookies = dora.cookies().entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        String ask =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":"
                        + QUESTION.formatted("third").replace('\'', '"') + "}}";
        assertThat(browser.send("POST", "/mcp", ask, "Cookie", cookies).body()).contains("Authorization: Bearer");
        Assistant reader = Assistant.of(dora, "read");
        for (String path : List.of("/mcp/../api/v1/questions", "/mcp/%2e%2e/api/v1/questions")) {
            assertThat(reader.send("POST", path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.send(
                                "POST",
                                "/mcp/../logout",
                                "",
                                "Cookie",
                                cookies,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .as("a form of a page needs its token")
                .isEqualTo(403);
        try (var closed = new ChangedSetting(SettingKeys.READERS, "members", database, settings)) {
            HttpResponse<String> refused = guest.send("POST", "/mcp", list);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(Assistant.of(dora, "read")
                            .request("tools/list")
                            .path("result")
                            .path("tools"))
                    .hasSize(9);
        }
    }

    @Test
    void unusualRequestsAreRefusedWithoutASession() {
        Assistant guest = Assistant.guest();
        HttpResponse<String> started = guest.send(
                "POST",
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\"}}");
        assertThat(started.body()).contains("\"protocolVersion\":\"2025-06-18\"");
        try (LoggedErrors errors = LoggedErrors.collect()) {
            for (String version : Protocol.VERSIONS) {
                HttpResponse<String> listed = guest.send(
                        "POST",
                        "/mcp",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                        "Mcp-Protocol-Version",
                        version,
                        "Mcp-Session-Id",
                        "another");
                assertThat(listed.statusCode()).as(version).isEqualTo(200);
                assertThat(listed.headers().map()).doesNotContainKey("mcp-session-id");
            }
            assertThat(guest.send("POST", "/mcp", "{}", "Mcp-Protocol-Version", "1")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(guest.send("POST", "/mcp", "{}", "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(guest.send("POST", "/mcp", "[" + " ".repeat(400_000) + "]")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(guest.send("POST", "/mcp", null).statusCode()).isEqualTo(400);
            assertThat(guest.send("GET", "/mcp", null).headers().firstValue("Allow"))
                    .hasValue("OPTIONS, POST");
            assertThat(guest.send("DELETE", "/mcp", null).statusCode()).isEqualTo(405);
            assertThat(guest.send("OPTIONS", "/mcp", null).statusCode()).isEqualTo(204);
            for (String path : List.of("/mcp/", "/mcp/sse", "/mcp/messages/1", "/mcp/x/../sse")) {
                assertThat(guest.send("GET", path, null).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(guest.request("resources/list")
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-32601);
            assertThat(errors.lines()).isEmpty();
        }
    }
}
