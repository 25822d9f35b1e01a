package askme.embedded;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.logging.Log;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets the services start while Quarkus still builds the application: the first reading of the configuration is the
 * earliest moment in which any of our code runs in dev mode, four seconds before {@link EmbeddedMain}. Gives no values.
 */
public final class EarlyStart implements ConfigSourceFactory {

    /** Set by the pom for {@code quarkus:dev} alone: a build of the package reads the configuration too. */
    private static final String ASKED_FOR = "embedded.early";

    /** Where Quarkus keeps what its building and its running class loaders share in dev mode. */
    private static final String STARTED = "embedded.process";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext config) {
        if (System.clearProperty(ASKED_FOR) != null) {
            try {
                Process process = ServicesOrder.of(
                                key -> Optional.ofNullable(config.getValue(key)).map(value -> value.getValue()))
                        .launch();
                DevConsoleManager.setGlobal(STARTED, new AtomicReference<>(process));
            } catch (IOException e) {
                Log.debug("the services start with the application", e);
            }
        }
        return List.of();
    }

    /** The process that was started early, or null; once. */
    static Process takeOver() {
        AtomicReference<Process> started = DevConsoleManager.getGlobal(STARTED);
        return started == null ? null : started.getAndSet(null);
    }
}
