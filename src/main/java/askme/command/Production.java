package askme.command;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a site that people use from one somebody is trying out: the second may be filled and have a known password. */
@ApplicationScoped
public class Production {

    /** In every build but the one made with {@code -Dproduction}. */
    private static final String EMBEDDED = "askme/embedded/EmbeddedMain.class";

    private final String databaseUrl;

    public Production(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    /** Why this site must be taken for one in production, or empty where it is not. */
    public Optional<String> why() {
        if (LaunchMode.current() == LaunchMode.NORMAL && !hasEmbedded()) {
            return Optional.of("this is a production build");
        }
        return onThisMachine(databaseUrl) ? Optional.empty() : Optional.of("the database is on another machine");
    }

    public static boolean onThisMachine(String jdbcUrl) {
        try {
            String host = URI.create(jdbcUrl.substring("jdbc:".length())).getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    private static boolean hasEmbedded() {
        return Thread.currentThread().getContextClassLoader().getResource(EMBEDDED) != null;
    }
}
