package askme.deployment;

import askme.support.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader with an open question, connected and subscribed through the proxy with a token of the site. */
final class LiveReader implements WebSocket.Listener, AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"token\" *: *\"([^\"]+)\"");
    private final StringBuffer told = new StringBuffer();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private WebSocket socket;

    static LiveReader of(String address, long question) throws Exception {
        Matcher token =
                TOKEN.matcher(Visitor.guestAt(address).get("/realtime/token").body());
        if (!token.find()) {
            throw new IllegalStateException("no token");
        }
        LiveReader reader = new LiveReader();
        reader.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", address)
                .buildAsync(URI.create(address.replace("http", "ws") + "/connection/websocket"), reader)
                .get(10, TimeUnit.SECONDS);
        reader.socket.sendText(
                "{\"id\":1,\"connect\":{\"token\":\"" + token.group(1) + "\"}}\n"
                        + "{\"id\":2,\"subscribe\":{\"channel\":\"question:" + question + "\"}}",
                true);
        if (!reader.subscribed.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not subscribed: " + reader.told);
        }
        return reader;
    }

    /** Everything received so far. */
    String told() {
        return told.toString();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        told.append(text);
        if (told.indexOf("\"subscribe\"") >= 0) {
            subscribed.countDown();
        }
        if (text.toString().strip().equals("{}")) {
            from.sendText("{}", true);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
