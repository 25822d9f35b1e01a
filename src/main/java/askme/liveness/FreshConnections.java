package askme.liveness;

import askme.resilience.Part;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** Asks each part by a new connection, at the address that is configured. */
@Singleton
class FreshConnections {

    private static final String LIMIT_MS = "2000";
    private static final int REDIS = 6379;
    private static final int SMTP = 25;
    private static final int SMTP_TLS = 465;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Config config;

    FreshConnections(Config config) {
        this.config = config;
    }

    /** Whether the part answers a new connection. */
    boolean isAnswered(Part part) {
        return switch (part) {
            case DATABASE -> databaseAnswers();
            case REDIS_CACHE -> redis("cache").isAnswered();
            case REDIS_JOBS -> redis("jobs").isAnswered();
            case REDIS_SCHEDULE -> redis("schedule").isAnswered();
            case MAIL -> mail().isAnswered();
            case REALTIME -> realtime().isAnswered();
        };
    }

    /** A server that counts aborted connections would refuse this host after a while, so this one signs in. */
    private boolean databaseAnswers() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", LIMIT_MS);
        properties.setProperty("socketTimeout", LIMIT_MS);
        text("quarkus.datasource.username").ifPresent(user -> properties.setProperty("user", user));
        text("quarkus.datasource.password").ifPresent(password -> properties.setProperty("password", password));
        String url = text("quarkus.datasource.jdbc.url").orElseThrow();
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private FreshConnection redis(String client) {
        URI address = URI.create(
                text("quarkus.redis." + client + ".hosts").orElseThrow().split(",")[0]);
        return of(address, "rediss".equals(address.getScheme()), REDIS, "PING\r\n");
    }

    private FreshConnection mail() {
        boolean tls =
                config.getOptionalValue("quarkus.mailer.tls", Boolean.class).orElse(false);
        int port = config.getOptionalValue("quarkus.mailer.port", Integer.class).orElse(tls ? SMTP_TLS : SMTP);
        return new FreshConnection(text("quarkus.mailer.host").orElse("localhost"), port, tls, "");
    }

    private FreshConnection realtime() {
        URI address = URI.create(text("askme.centrifugo.api-url").orElseThrow());
        boolean tls = "https".equals(address.getScheme());
        String request =
                "POST " + address.getPath() + "/info HTTP/1.0\r\nHost: " + address.getHost() + "\r\nX-API-Key: "
                        + text("askme.centrifugo.api-key").orElse("")
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        return of(address, tls, tls ? HTTPS : HTTP, request);
    }

    private static FreshConnection of(URI address, boolean tls, int defaultPort, String greeting) {
        int port = address.getPort() < 0 ? defaultPort : address.getPort();
        return new FreshConnection(address.getHost(), port, tls, greeting);
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class);
    }
}
