package askme.embedded.hub;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that sends only the frames of the test and answers nothing automatically. */
final class RawClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int LIMIT_S = 10;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    RawClient(String url, String origin) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create(url), this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            // A server may put several messages into one frame.
            for (String message : partial.toString().strip().split("\n")) {
                messages.add(message);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** Sends a frame. Apostrophes in it become quotation marks. */
    RawClient say(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
        return this;
    }

    /** The next message that is not a ping. */
    JsonObject next() {
        String message = take();
        return message.equals("{}") ? next() : new JsonObject(message);
    }

    /** The next message, which may be a ping. */
    String take() {
        try {
            String message = messages.poll(LIMIT_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message within " + LIMIT_S + " s");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean silent() {
        return messages.stream().allMatch("{}"::equals);
    }

    /** The code and reason of the close frame. */
    String closed() {
        try {
            return closed.get(LIMIT_S, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not closed: " + messages, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
