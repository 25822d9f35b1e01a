package askme.cost;

import static org.awaitility.Awaitility.await;

import askme.deployment.ProductionBuild;
import askme.support.RealServices;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A web of the production build, with the heap that the container of docker-compose.yml gives it. */
final class FuzzedWeb implements AutoCloseable {

    /** 55 % of 768 MB. */
    private static final String HEAP = "-Xmx422m";

    private static final Duration START = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private final Process process;
    private final JMXConnector connector;

    private FuzzedWeb(Path home, int port, Process process, JMXConnector connector) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.connector = connector;
    }

    static FuzzedWeb start() throws Exception {
        Path build = ProductionBuild.app();
        Path home = Files.createTempDirectory("fuzzed");
        int port = freePort();
        int management = freePort();
        int jmx = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dcom.sun.management.jmxremote.port=" + jmx,
                        "-Dcom.sun.management.jmxremote.rmi.port=" + jmx,
                        "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                        "-Djava.rmi.server.hostname=127.0.0.1",
                        "-Dcom.sun.management.jmxremote.authenticate=false",
                        "-Dcom.sun.management.jmxremote.ssl=false",
                        "-jar",
                        build.resolve("quarkus-run.jar").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("web.log").toFile());
        RealServices.config().forEach((key, value) -> builder.environment()
                .put(key.replaceAll("[^a-zA-Z]", "_").toUpperCase(Locale.ROOT), value));
        builder.environment()
                .putAll(Map.of(
                        "ASKME_ROLES", "web",
                        "ASKME_BASE_URL", "http://localhost:" + port,
                        "ASKME_SECRET", "0123456789abcdef0123456789abcdef",
                        "ASKME_LIMITS_ENABLED", "false",
                        "ASKME_CONFIRM_EMAIL", "false",
                        "QUARKUS_MAILER_FROM", "AskMe <askme@localhost>",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        await().atMost(START).ignoreExceptions().until(() -> status(management) == 200);
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmx + "/jmxrmi");
        return new FuzzedWeb(home, port, process, JMXConnectorFactory.connect(url));
    }

    int port() {
        return port;
    }

    Measured measured() throws IOException {
        return new Measured(connector.getMBeanServerConnection());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The lines of the log that report an error or a blocked thread. */
    List<String> errors() throws IOException {
        return Files.readAllLines(home.resolve("web.log")).stream()
                .filter(line -> line.matches("[\\d:.]+ (ERROR|FATAL) .*") || line.contains("has been blocked"))
                .toList();
    }

    private static int status(int management) throws IOException, InterruptedException {
        URI ready = URI.create("http://localhost:" + management + "/q/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
        process.destroy();
    }
}
