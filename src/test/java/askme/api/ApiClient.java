package askme.api;

import askme.support.SecondProcess;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program that uses the API, with a token or as a guest. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String token;

    private ApiClient(String token) {
        this.token = token;
    }

    /** An answer of the API; the body is null if it is empty. */
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public String code() {
            return body == null ? null : body.path("code").asText(null);
        }
    }

    public static ApiClient guest() {
        return new ApiClient(null);
    }

    public static ApiClient with(String token) {
        return new ApiClient(token);
    }

    /** A program of this member, with a new token of these scopes. */
    public static ApiClient of(Visitor member, String... scopes) {
        return new ApiClient(makeToken(member, scopes));
    }

    /** Makes a token by the form and returns its text. */
    public static String makeToken(Visitor member, String... scopes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "a program");
        for (String scope : scopes) {
            fields.put(scope, "on");
        }
        fields.put("csrf-token", member.csrfToken());
        return member.postOnce("/profile/tokens/new/", fields)
                .page()
                .select("code.secret")
                .text();
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + SecondProcess.door() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> raw = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = raw.headers().firstValue("Content-Type").orElse("");
            JsonNode body = raw.body().isEmpty() || !type.contains("json") ? null : JSON.readTree(raw.body());
            return new Reply(raw.statusCode(), body, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
