package askme.realtime;

import askme.web.Reachability;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether Centrifugo's API accepts connections. Always up: pages work without it, and publications wait. */
@Readiness
@ApplicationScoped
class CentrifugoHealth implements HealthCheck {

    private static final int PORT = 80;
    private static final int PORT_TLS = 443;

    private final Reachability api;

    CentrifugoHealth(@ConfigProperty(name = "askme.centrifugo.api-url") URI address, Clock clock) {
        int defaultPort = "https".equals(address.getScheme()) ? PORT_TLS : PORT;
        api = new Reachability(address.getHost(), address.getPort() < 0 ? defaultPort : address.getPort(), clock);
    }

    @Override
    public HealthCheckResponse call() {
        return api.healthResponse("realtime", "hub");
    }
}
