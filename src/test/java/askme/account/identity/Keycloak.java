package askme.account.identity;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Keycloak with one realm and one person. Maven fetches its distribution. */
final class Keycloak implements AutoCloseable {

    static final String PERSON = "olga";
    static final String PASSWORD = "the password of olga";
    static final String SECRET = "the-secret-of-the-client";
    private static final String VERSION = "26.3.0";
    private static final Duration TO_START = Duration.ofMinutes(4);

    private static final String REALM = """
            {"realm": "askme", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "askme", "secret": "%s", "redirectUris": ["*"], "standardFlowEnabled": true,
                          "attributes": {"post.logout.redirect.uris": "*", "pkce.code.challenge.method": "S256"}}],
             "users": [{"username": "%s", "email": "olga@example.net", "emailVerified": true, "enabled": true,
                        "firstName": "Olga", "lastName": "Example",
                        "credentials": [{"type": "password", "value": "%s"}]}]}
            """;

    private final Process process;

    /** Starts it and waits until it answers. */
    Keycloak(int port) throws IOException, InterruptedException {
        Path home = Path.of("target", "keycloak", "keycloak-" + VERSION).toAbsolutePath();
        if (!Files.exists(home.resolve("bin/kc.sh"))) {
            unpack(home.getParent());
        }
        Path realm = home.resolve("data/import/askme-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, REALM.formatted(SECRET, PERSON, PASSWORD));
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile());
        builder.environment().putAll(Map.of("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"));
        process = builder.start();
        Awaitility.await()
                .atMost(TO_START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> process.isAlive() && answers(issuer(port)));
    }

    static String issuer(int port) {
        return "http://localhost:" + port + "/realms/askme";
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void unpack(Path to) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(List.of(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-q",
                        "dependency:unpack",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                        "-DoutputDirectory=" + to))
                .inheritIO()
                .start();
        if (!maven.waitFor(10, TimeUnit.MINUTES) || maven.exitValue() != 0) {
            throw new IllegalStateException("Maven cannot fetch Keycloak");
        }
    }

    private static boolean answers(String issuer) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(issuer + "/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
