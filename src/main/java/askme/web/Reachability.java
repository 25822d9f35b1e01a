package askme.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether a server accepts TCP connections, for health checks of servers that pages do not need. The check reports it and
 * never fails. It connects at most once in five seconds and waits at most one second.
 */
public final class Reachability {

    private static final int CONNECT_MS = 1000;
    private static final Duration CACHED_FOR = Duration.ofSeconds(5);

    private final String host;
    private final int port;
    private final Clock clock;
    private Instant cachedUntil = Instant.MIN;
    private boolean reachable;

    public Reachability(String host, int port, Clock clock) {
        this.host = host;
        this.port = port;
        this.clock = clock;
    }

    /**
     * The response of the health check {@code check}. Its status is always UP.
     *
     * @param server under this name the response says {@code reachable} or {@code unreachable}
     */
    public HealthCheckResponse healthResponse(String check, String server) {
        boolean up = isReachable();
        HealthCheckResponseBuilder response = HealthCheckResponse.named(check).up();
        response.withData(server, up ? "reachable" : "unreachable");
        return (up ? response : response.withData("status", "degraded")).build();
    }

    private synchronized boolean isReachable() {
        Instant now = clock.instant();
        if (now.isAfter(cachedUntil)) {
            reachable = connects();
            cachedUntil = now.plus(CACHED_FOR);
        }
        return reachable;
    }

    private boolean connects() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
