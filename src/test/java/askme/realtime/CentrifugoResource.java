package askme.realtime;

import askme.embedded.hub.RealCentrifugo;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Replaces the hub by a real Centrifugo, if one is installed. */
public final class CentrifugoResource implements QuarkusTestResourceLifecycleManager {

    private RealCentrifugo server;

    @Override
    public int order() {
        return 1; // After the embedded services, whose addresses it replaces.
    }

    @Override
    public Map<String, String> start() {
        if (!RealCentrifugo.present()) {
            return Map.of();
        }
        server = new RealCentrifugo(Map.of("CENTRIFUGO_CLIENT_ALLOWED_ORIGINS", "http://localhost:*"));
        return server.config();
    }

    @Override
    public void inject(Object test) {
        if (test instanceof OnCentrifugo) {
            ((OnCentrifugo) test).use(server);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A test that stops and starts the server. */
    interface OnCentrifugo {

        void use(RealCentrifugo server);
    }
}
