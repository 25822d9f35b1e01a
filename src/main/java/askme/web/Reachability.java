package askme.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether a server takes connections, for health checks: asked at most every five seconds, and never for more than one. */
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

    /** "reachable" or "unreachable", as the data of a health check say it. */
    public synchronized String word() {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            reachable = connects();
            until = now.plus(REMEMBERED);
        }
        return reachable ? "reachable" : "unreachable";
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
