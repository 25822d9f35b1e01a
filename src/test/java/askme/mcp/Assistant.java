package askme.mcp;

import askme.api.ApiClient;
import askme.support.SecondProcess;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A program that sends single messages to {@code /mcp}, with a token or as a guest. */
final class Assistant {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String token;

    private Assistant(String token) {
        this.token = token;
    }

    static Assistant guest() {
        return new Assistant(null);
    }

    static Assistant with(String token) {
        return new Assistant(token);
    }

    static Assistant of(Visitor member, String... scopes) {
        return new Assistant(ApiClient.makeToken(member, scopes));
    }

    /** The result of a tool, or the text of its error. */
    record Result(boolean isError, String text, JsonNode content) {}

    /** Calls a tool; the arguments are JSON with apostrophes instead of quotation marks. */
    Result call(String tool, String arguments) {
        ObjectNode message =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        message.putObject("params").put("name", tool).set("arguments", json(arguments.replace('\'', '"')));
        HttpResponse<String> reply = send("POST", "/mcp", message.toString());
        JsonNode body = json(reply.body());
        if (reply.statusCode() != 200) {
            throw new AssertionError(reply.statusCode() + " " + reply.body());
        }
        if (body.has("error")) { // An argument is missing or has another type.
            return new Result(true, body.path("error").path("message").asText(), body.path("error"));
        }
        JsonNode result = body.path("result");
        return new Result(
                result.path("isError").asBoolean(),
                result.path("content").path(0).path("text").asText(),
                result.path("structuredContent"));
    }

    /** Sends a request without parameters and returns its reply. */
    JsonNode request(String method) {
        return json(send("POST", "/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}")
                .body());
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + SecondProcess.door() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .setHeader("Content-Type", "application/json")
                .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(verb + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
