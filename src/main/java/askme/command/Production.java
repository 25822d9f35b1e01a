package askme.command;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recognises a site in production. Other sites may be filled with demo content and have a known password. */
@ApplicationScoped
public class Production {

    /** A class of every build, except builds with {@code -Dproduction}. */
    private static final String EMBEDDED = "askme/embedded/EmbeddedMain.class";

    private final String databaseUrl;

    public Production(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    /** The reason why this site counts as production, or empty if it does not. */
    public Optional<String> why() {
        if (isBuild()) {
            return Optional.of("this is a production build");
        }
        return onThisMachine(databaseUrl) ? Optional.empty() : Optional.of("the database is on another machine");
    }

    /** Whether this program was built for production: it has no embedded services. */
    public boolean isBuild() {
        return LaunchMode.current() == LaunchMode.NORMAL && !hasEmbedded();
    }

    /** Whether the host in {@code jdbcUrl} is a loopback address. */
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
