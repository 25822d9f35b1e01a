package askme.support;

import askme.embedded.ServicesProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every {@code @QuarkusTest} runs on a real database, Redis, SMTP server and realtime hub, started once for the whole
 * run in a directory of their own. What the environment has an address for is used instead.
 */
public final class RealServices implements QuarkusTestResourceLifecycleManager {

    /** System property with the address of the services' console; it outlives the class loaders of test profiles. */
    static final String CONSOLE = "askme.test.console";

    private static final String PREFIX = "askme.test.config.";
    private static final Map<String, String> SERVICE_BY_VARIABLE = Map.of(
            "database", "QUARKUS_DATASOURCE_JDBC_URL",
            "redis", "QUARKUS_REDIS_JOBS_HOSTS",
            "mail", "QUARKUS_MAILER_HOST",
            "realtime", "ASKME_CENTRIFUGO_API_URL");

    /** The configuration of the running services, started by the first who asks. */
    public static synchronized Map<String, String> config() {
        if (System.getProperty(CONSOLE) == null) {
            startOnce();
        }
        Map<String, String> config = new HashMap<>();
        Properties properties = System.getProperties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                config.put(name.substring(PREFIX.length()), properties.getProperty(name));
            }
        }
        return config;
    }

    @Override
    public Map<String, String> start() {
        System.setProperty("vertx.disableURIValidation", "true"); // as Main does, which no test runs
        return config();
    }

    @Override
    public void stop() {
        // They serve the next test profile too, and end with this process.
    }

    private static void startOnce() {
        Set<String> wanted = new TreeSet<>(SERVICE_BY_VARIABLE.keySet());
        wanted.removeIf(service -> System.getenv(SERVICE_BY_VARIABLE.get(service)) != null);
        Path data = unused("services-" + ProcessHandle.current().pid());
        try {
            int port = freePort();
            Map<String, String> started = ServicesProcess.start(data, wanted, Map.of(), "temporary");
            started.put("quarkus.http.test-port", Integer.toString(port));
            started.put("askme.data-dir", data.toString());
            started.put("quarkus.mailer.from", "AskMe <askme@localhost>");
            started.put("askme.base-url", "http://localhost:" + SecondProcess.beside(port, started));
            started.forEach((key, value) -> System.setProperty(PREFIX + key, value));
            System.setProperty(CONSOLE, started.get("embedded.console"));
        } catch (IOException | ServicesProcess.CannotStart | ServicesProcess.Busy e) {
            throw new IllegalStateException(e);
        }
    }

    /** The directory of a start that failed keeps the log of it. */
    private static Path unused(String name) {
        Path data = Path.of("target", name).toAbsolutePath();
        for (int attempt = 2; Files.exists(data); attempt++) {
            data = data.resolveSibling(name + "-" + attempt);
        }
        return data;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
