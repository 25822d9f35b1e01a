package askme.mail.smtp;

import askme.web.Reachability;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether the SMTP server accepts connections. Always up: pages work without it, and mail waits in its queue. */
@Readiness
@ApplicationScoped
class SmtpHealth implements HealthCheck {

    private static final int PORT = 25;
    private static final int PORT_TLS = 465;

    private final Reachability server;

    SmtpHealth(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
            Clock clock) {
        server = new Reachability(host, port.orElse(tls ? PORT_TLS : PORT), clock);
    }

    @Override
    public HealthCheckResponse call() {
        return server.healthResponse("mail", "smtp");
    }
}
