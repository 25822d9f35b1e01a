package askme.names;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Reads what is published to a channel, as a browser with a page of the previous version does. */
final class HubReader implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    HubReader(String url, String origin, String token, String channel) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(url), this)
                .join();
        say("{\"id\":1,\"connect\":{\"token\":\"" + token + "\",\"name\":\"js\"}}");
        say("{\"id\":2,\"subscribe\":{\"channel\":\"" + channel + "\"}}");
        Awaitility.await().atMost(PATIENCE).until(() -> messages.stream()
                .anyMatch(m -> m.path("id").asInt() == 2));
    }

    private void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            for (String message : partial.toString().strip().split("\n")) {
                read(message);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void read(String message) {
        try {
            if (message.equals("{}")) {
                say("{}");
            } else {
                messages.add(JSON.readTree(message));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(message, e);
        }
    }

    /** The data of the publications so far. */
    List<JsonNode> published() {
        return messages.stream()
                .map(message -> message.at("/push/pub/data"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Waits until {@code count} publications have arrived in total. */
    void awaitPublications(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> published().size() >= count);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
