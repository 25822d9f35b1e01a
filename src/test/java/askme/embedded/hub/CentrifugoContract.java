package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;

/**
 * The helpers of the contract, which describes Centrifugo v6 frame by frame. Hub and real server run the same tests. The
 * server under test sends a ping every two seconds, waits 1.5 s for the pong, and three seconds for the connect command.
 */
abstract class CentrifugoContract {

    static final String API_KEY = "a-key-for-the-api";
    static final String ORIGIN = "http://localhost:8080";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<RawClient> clients = new ArrayList<>();
    final String channel = "question:" + ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

    /** The address to which clients connect. */
    abstract String url();

    /** The address of the API, without a final slash. */
    abstract String api();

    @AfterEach
    void hangUp() {
        clients.forEach(RawClient::close);
    }

    RawClient open() {
        RawClient client = new RawClient(url(), null);
        clients.add(client);
        return client;
    }

    static TestToken token(String user) {
        return TestToken.of(user, Instant.now().plusSeconds(600));
    }

    RawClient connect(TestToken token) {
        return open().say("{'id':1,'connect':{'token':'%s','name':'js'}}".formatted(token.jwt()));
    }

    RawClient connected(String user) {
        RawClient client = connect(token(user));
        assertThat(client.next().getJsonObject("connect")).isNotNull();
        return client;
    }

    JsonObject subscribed(RawClient client, String more) {
        client.say("{'id':2,'subscribe':{'channel':'%s'%s}}".formatted(channel, more));
        JsonObject reply = client.next();
        assertThat(reply.getInteger("id")).isEqualTo(2);
        return reply.getJsonObject("subscribe");
    }

    HttpResponse<String> post(String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api() + "/" + method))
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject call(String method, String body) {
        HttpResponse<String> response = post(method, body, "X-API-Key", API_KEY);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return new JsonObject(response.body());
    }

    JsonObject publish(int n, String more) {
        JsonObject reply = call("publish", "{'channel':'%s','data':{'n':%d}%s}".formatted(channel, n, more));
        assertThat(reply.getValue("error")).isNull();
        return reply.getJsonObject("result");
    }

    static int code(JsonObject reply) {
        return reply.getJsonObject("error").getInteger("code");
    }
}
