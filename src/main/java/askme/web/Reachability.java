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
 * Whether a server takes connections, for the checks of those that pages can do without: told, never fatal. Asked at most
 * every five seconds, and never for more than one.
 */
public final class Reachability {

    private static final int CONNECT_MS = 1000;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final String host;
    private final int port;
    private final Clock clock;
    private Instant until = Instant.MIN;
    private boolean reachable;

    public Reachability(String host, int port, Clock clock) {
        this.host = host;
        this.port = port;
        this.clock = clock;
    }

    /** The answer of the health check {@code check}: up in any case, with what is known of the server under {@code name}. */
    public HealthCheckResponse told(String check, String name) {
        boolean answers = answers();
        HealthCheckResponseBuilder told = HealthCheckResponse.named(check).up();
        told.withData(name, answers ? "reachable" : "unreachable");
        return (answers ? told : told.withData("status", "degraded")).build();
    }

    private synchronized boolean answers() {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            reachable = connects();
            until = now.plus(REMEMBERED);
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
