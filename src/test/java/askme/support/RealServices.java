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
 * Every {@code @QuarkusTest} runs on a real database, Redis, SMTP server and realtime hub, started once for the whole run
 * in a separate directory. If the environment has the address of a service, the tests use that service.
 */
public final class RealServices implements QuarkusTestResourceLifecycleManager {

    /** System property with the address of the services' console; every class loader of the test profiles sees it. */
    static final String CONSOLE = "askme.test.console";

    private static final String PREFIX = "askme.test.config.";
    private static final Map<String, String> SERVICE_BY_VARIABLE = Map.of(
            "database", "QUARKUS_DATASOURCE_JDBC_URL",
            "redis", "QUARKUS_REDIS_JOBS_HOSTS",
            "mail", "QUARKUS_MAILER_HOST",
            "realtime", "ASKME_CENTRIFUGO_API_URL");

    /** The configuration of the running services, which the first call starts. */
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
        System.setProperty("vertx.disableURIValidation", "true"); // as Main does, but no test runs Main
        return config();
    }

    @Override
    public void stop() {
        // The next test profile uses the services too; they end with this process.
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
            started.putAll(new StandInProvider().config()); // as long as this process
            started.put("askme.base-url", "http://localhost:" + SecondProcess.beside(port, started));
            started.forEach((key, value) -> System.setProperty(PREFIX + key, value));
            System.setProperty(CONSOLE, started.get("embedded.console"));
        } catch (IOException | ServicesProcess.CannotStart | ServicesProcess.Busy e) {
            throw new IllegalStateException(e);
        }
    }

    /** The directory of a failed start keeps its log. */
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
