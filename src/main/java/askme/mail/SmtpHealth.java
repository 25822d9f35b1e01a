package askme.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the SMTP server takes connections: told, never fatal, as pages work without it and mail waits in its queue. */
@Readiness
@ApplicationScoped
class SmtpHealth implements HealthCheck {

    private static final int CONNECT_MS = 1000;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int PORT = 25;
    private static final int PORT_TLS = 465;

    private final String host;
    private final int port;
    private final Clock clock;
    private Instant until = Instant.MIN;
    private boolean reachable;

    SmtpHealth(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
            Clock clock) {
        this.host = host;
        this.port = port.orElse(tls ? PORT_TLS : PORT);
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail")
                .up()
                .withData("smtp", reachable() ? "reachable" : "unreachable")
                .build();
    }

    private synchronized boolean reachable() {
        Instant now = Instant.now(clock);
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
