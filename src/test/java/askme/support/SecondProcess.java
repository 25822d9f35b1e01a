package askme.support;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
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
import java.util.Optional;

/**
 * With {@code bin/test --two} a second process works on the same database and Redis: the production build with the roles web,
 * worker and scheduler. nginx in front of both sends it every second request. A test that must read the state of the process
 * that answers has the tag {@code one-process}. With {@code bin/test --native} the other process does everything ({@link SiteProgram}).
 */
public final class SecondProcess {

    /** System property with the directory of the production build; without it there is no second process. */
    private static final String BUILD = "askme.test.second";

    /** System property with the port of nginx; every class loader of the test profiles sees it. */
    private static final String DOOR = "askme.test.door";

    private static final Duration START = Duration.ofMinutes(2);
    private static final String NGINX = """
            worker_processes 1; daemon off; pid nginx.pid; error_log stderr warn;
            events { worker_connections 4096; }
            http {
              access_log off; client_max_body_size 20m; client_body_temp_path body; proxy_temp_path proxied;
              fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
              upstream two { zone two 64k; server 127.0.0.1:%d max_fails=0; server 127.0.0.1:%d max_fails=0; keepalive 32; }
              server {
                listen 127.0.0.1:%d;
                location / {
                  proxy_pass http://two; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Upgrade "";
                  proxy_set_header Host $http_host; proxy_buffering off;
                }
              }
            }
            """;

    private SecondProcess() {}

    /** The port at which visitors reach the site. */
    public static int door() {
        return Integer.getInteger(DOOR, RestAssured.port);
    }

    /** Starts it beside the site at {@code first} if it is configured. Returns the port for visitors. */
    static int beside(int first, Map<String, String> services) throws IOException {
        Optional<Path> alone = SiteProgram.given();
        Path program = alone.orElse(Path.of(System.getProperty(BUILD, "")));
        if (program.toString().isEmpty()) {
            return first;
        }
        services.put("askme.session.memo", "0S"); // for both, as in the compose file
        int second = freePort();
        int management = freePort();
        Path home = Files.createTempDirectory("two");
        int door = alone.isPresent() ? second : inFrontOf(first, second, home);
        Map<String, String> site = Map.ofEntries( // some as in the configuration of the tests
                Map.entry("ASKME_ROLES", "web,worker,scheduler"),
                Map.entry("ASKME_BASE_URL", "http://localhost:" + door),
                Map.entry("ASKME_LIMITS_ENABLED", "false"),
                Map.entry("ASKME_CONFIRM_EMAIL", "false"),
                Map.entry("ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR", "1000"),
                Map.entry("ASKME_SETTINGS_NEWCOMER_LINKS", "50"),
                Map.entry("ASKME_BADGES_SCHEDULE", "off"), // as in the tests' JVM, whose tests count notifications
                Map.entry("ASKME_SIGN_IN_PER_ADDRESS", "100000"),
                Map.entry("ASKME_PASSWORD_MEMORY_KIB", "256"),
                Map.entry("ASKME_PASSWORD_ITERATIONS", "1"),
                Map.entry("ASKME_POSTS_MIN_TITLE", "0"),
                Map.entry("ASKME_POSTS_MIN_QUESTION", "0"),
                Map.entry("ASKME_POSTS_MIN_ANSWER", "0"),
                Map.entry("ASKME_MEMBERS_SKELETONS_SCHEDULE", "5s"),
                Map.entry("QUARKUS_MAILER_FROM", "AskMe <askme@localhost>"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(second)),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        ProcessBuilder process = process(home, "site", SiteProgram.command(program, "-Xmx512m"));
        services.forEach((key, value) ->
                process.environment().put(key.replaceAll("[^a-zA-Z]", "_").toUpperCase(Locale.ROOT), value));
        process.environment().putAll(site);
        endWithThisProcess(process.start());
        await().atMost(START).ignoreExceptions().until(() -> status(management) == 200);
        if (alone.isPresent()) {
            FirstMember.add(
                    services.get("quarkus.datasource.jdbc.url"),
                    services.get("quarkus.datasource.username"),
                    services.get("quarkus.datasource.password"));
            services.put("askme.roles", "web"); // of the site in this JVM
        }
        System.setProperty(DOOR, Integer.toString(door));
        return door;
    }

    /** Starts nginx in front of both processes and returns its port. */
    private static int inFrontOf(int first, int second, Path home) throws IOException {
        int door = freePort();
        Files.writeString(home.resolve("nginx.conf"), NGINX.formatted(first, second, door));
        List<String> nginx = List.of(nginx(), "-p", home.toString(), "-c", "nginx.conf", "-e", "stderr", "-g", user());
        endWithThisProcess(process(home, "nginx", nginx).start());
        return door;
    }

    private static ProcessBuilder process(Path home, String name, List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
    }

    private static void endWithThisProcess(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    private static int status(int management) throws IOException, InterruptedException {
        URI ready = URI.create("http://localhost:" + management + "/q/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String nginx() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    }

    /** If root starts nginx, its workers run as nobody, which cannot write into this directory. */
    private static String user() {
        return "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
