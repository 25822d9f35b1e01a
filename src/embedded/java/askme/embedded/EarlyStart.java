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
 * Starts the services while Quarkus still builds the application. In dev mode our code runs for the first time when Quarkus
 * reads the configuration, four seconds before {@link EmbeddedMain}. This source provides no values.
 */
public final class EarlyStart implements ConfigSourceFactory {

    /** Set by pom.xml only for {@code quarkus:dev}: a build of the package reads the configuration too. */
    private static final String ENABLED = "embedded.early";

    /** The key of the value that the class loaders of build and application share in dev mode. */
    private static final String STARTED = "embedded.process";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext config) {
        if (System.clearProperty(ENABLED) != null) {
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

    /** The process that was started early; null if none was, and at every later call. */
    static Process takeOver() {
        AtomicReference<Process> started = DevConsoleManager.getGlobal(STARTED);
        return started == null ? null : started.getAndSet(null);
    }
}
