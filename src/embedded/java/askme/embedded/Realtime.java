package askme.embedded;

import askme.embedded.hub.Hub;
import askme.embedded.hub.HubConfig;
import java.io.IOException;
import java.util.Map;

/** The realtime hub, which replaces Centrifugo. Its history is in memory, so each start is a new epoch. */
final class Realtime implements EmbeddedService {

    private static final String API_KEY = "askme.centrifugo.api-key";
    private static final String TOKEN_SECRET = "askme.centrifugo.token-secret";

    private final HubConfig config;
    private final int port;
    private Hub hub;

    Realtime(DataDirectory directory, Secrets secrets) throws IOException {
        config = HubConfig.of(secrets.of(API_KEY), secrets.of(TOKEN_SECRET));
        port = directory.port(name(), 0);
    }

    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public synchronized void start() {
        if (hub == null) {
            hub = Hub.start(port, config);
        }
    }

    @Override
    public synchronized void stop() {
        if (hub != null) {
            hub.stop();
            hub = null;
        }
    }

    @Override
    public Map<String, String> config() {
        return Map.of("askme.centrifugo.url", hub.url(), "askme.centrifugo.api-url", hub.apiUrl());
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }
}
