package askme.deployment;

import static org.awaitility.Awaitility.await;

import askme.support.FirstMember;
import askme.support.RealServices;
import askme.support.SiteProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The site as a team runs it, without containers: two processes of each role from the production build,
 * behind the nginx.conf of the image. They use a separate schema and separate Redis databases on the tests' servers.
 */
final class Deployment implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SCHEMA = "askme_deployed";

    /** One process. */
    record Node(String role, Process process, int port, int management) {

        int ready() throws IOException, InterruptedException {
            return status("http://localhost:" + management + "/q/health/ready");
        }

        /** The sum of the metrics whose name and labels begin with this text; 0 if no metric does. */
        double metric(String start) throws IOException, InterruptedException {
            return get("http://localhost:" + management + "/q/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    final Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "deployed");
    final String address;
    final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path app;
    private final Nginx nginx;
    private int started;

    Deployment(Path nginxProgram) throws Exception {
        this(nginxProgram, given(), Map.of());
    }

    private static Path given() throws IOException, InterruptedException {
        Optional<Path> given = SiteProgram.given();
        return given.isPresent() ? given.get() : ProductionBuild.app();
    }

    /** Starts the site from another build, with additional or changed configuration keys. */
    Deployment(Path nginxProgram, Path app, Map<String, String> more) throws Exception {
        this.app = app;
        int port = Nginx.freePort();
        address = "http://localhost:" + port;
        Map<String, String> services = new HashMap<>(RealServices.config());
        services.putAll(more);
        configure(services);
        createSchema();
        node("web");
        await().atMost(START).ignoreExceptions().until(() -> nodes.get(0).ready() == 200); // the first process migrates
        FirstMember.add(
                environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                environment.get("QUARKUS_DATASOURCE_USERNAME"),
                environment.get("QUARKUS_DATASOURCE_PASSWORD"));
        for (String role : List.of("web", "worker", "worker", "scheduler", "scheduler")) {
            node(role);
        }
        for (Node node : nodes) {
            await().atMost(START).ignoreExceptions().until(() -> node.ready() == 200);
        }
        int hub = URI.create(environment.get("ASKME_CENTRIFUGO_URL")).getPort();
        nginx = new Nginx(nginxProgram, port, hub, nginxConfig());
    }

    /** Both webs are behind nginx. It has no limits by address, because all clients have the same one. */
    private String nginxConfig() throws IOException {
        return Nginx.inFrontOf(all("web").stream()
                        .map(web -> "127.0.0.1:" + web.port())
                        .toArray(String[]::new))
                .replaceAll("rate=\\d+r/s", "rate=2000r/s");
    }

    private void configure(Map<String, String> services) {
        services.forEach((key, value) -> {
            if (key.matches(
                    "(quarkus\\.(datasource|redis|mailer|otel)|askme\\.(secret|centrifugo))\\..*|askme\\.secret")) {
                environment.put(key.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT), value);
            }
        });
        environment.computeIfPresent(
                "QUARKUS_DATASOURCE_JDBC_URL", (key, url) -> url.replaceFirst("/askme(\\?|$)", "/" + SCHEMA + "$1"));
        for (String duty : List.of("CACHE", "JOBS", "SCHEDULE")) {
            environment.computeIfPresent(
                    "QUARKUS_REDIS_" + duty + "_HOSTS",
                    (key, url) -> url.substring(0, url.length() - 1)
                            + (Character.digit(url.charAt(url.length() - 1), 10) + 5));
        }
        environment.put("ASKME_BASE_URL", address);
        environment.put("ASKME_UPLOADS_DIR", data.resolve("uploads").toString());
        environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        environment.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
        environment.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        environment.put("ASKME_LIMITS_ENABLED", "false");
        environment.put("ASKME_CONFIRM_EMAIL", "false");
        environment.put("ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR", "1000");
        environment.put("ASKME_POSTS_MIN_QUESTION", "0");
        environment.put("ASKME_POSTS_MIN_ANSWER", "0");
        environment.put("ASKME_MAIL_PER_HOUR", "1000000"); // One mail for each answer can be counted.
        environment.put("ASKME_SIDEBAR_TAGS_SCHEDULE", "2s");
        environment.put("ASKME_SIDEBAR_MEMBERS_SCHEDULE", "2s");
        environment.putIfAbsent("QUARKUS_MAILER_FROM", "AskMe <askme@localhost>");
    }

    /** Creates an empty schema, also if an earlier run left one. */
    void createSchema() throws SQLException {
        String server = environment.get("QUARKUS_DATASOURCE_JDBC_URL").replace("/" + SCHEMA, "/askme");
        try (Connection connection = DriverManager.getConnection(
                        server,
                        environment.get("QUARKUS_DATASOURCE_USERNAME"),
                        environment.get("QUARKUS_DATASOURCE_PASSWORD"));
                Statement sql = connection.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            sql.execute("CREATE DATABASE " + SCHEMA + " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                environment.get("QUARKUS_DATASOURCE_USERNAME"),
                environment.get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    /** The number in the first column of the first row. */
    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    String setting(String variable) {
        return environment.get(variable);
    }

    /** The value of a key as the processes have it; a suitable value if they do not have the key. */
    String settingOr(String key) {
        String other = key.contains("password") || key.contains("username") ? "" : "true";
        return environment.getOrDefault(key.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT), other);
    }

    /** The processes of one role. */
    List<Node> all(String role) {
        return nodes.stream().filter(node -> node.role().equals(role)).toList();
    }

    private void node(String role) throws IOException, InterruptedException {
        nodes.add(start(app, role, Nginx.freePort(), Nginx.freePort()));
    }

    /** Stops a process as {@code docker compose up} does, and starts another build on its port, with more options of the JVM. */
    Node replace(Node old, Path build, String... options) throws IOException, InterruptedException {
        stop(old);
        Node next = start(build, old.role(), old.port(), old.management(), options);
        nodes.set(nodes.indexOf(old), next);
        await().atMost(START).ignoreExceptions().until(() -> next.ready() == 200);
        return next;
    }

    /** Kills a process with SIGKILL and starts it again, as its supervisor does. */
    Node kill(Node victim) throws IOException, InterruptedException {
        victim.process().destroyForcibly().waitFor();
        Node next = start(app, victim.role(), victim.port(), victim.management());
        nodes.set(nodes.indexOf(victim), next);
        await().atMost(START).ignoreExceptions().until(() -> next.ready() == 200);
        return next;
    }

    private Node start(Path build, String role, int port, int management, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        all.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(SiteProgram.command(build, all.toArray(String[]::new)))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(role + "-" + started++ + ".log").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(ASKME|QUARKUS)_.*"));
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "ASKME_ROLES", role,
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        if (role.equals("web")) {
            builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "5S"); // as in the compose file
        }
        return new Node(role, builder.start(), port, management);
    }

    /** Runs a command of the site as {@code docker compose run --rm worker COMMAND} does. */
    Programs.Result command(String... words) throws IOException, InterruptedException {
        return command(List.of(), Map.of(), words);
    }

    /** Runs a command with additional options of the program and additional variables. */
    Programs.Result command(List<String> options, Map<String, String> more, String... words)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        List<String> line = new ArrayList<>(SiteProgram.command(app, options.toArray(String[]::new)));
        line.addAll(List.of(words));
        return Programs.run(data, all, line.toArray(String[]::new));
    }

    static int status(String url) throws IOException, InterruptedException {
        return get(url).statusCode();
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        nginx.close();
        for (Node node : nodes) {
            node.process().destroy();
        }
        for (Node node : nodes) {
            stop(node);
        }
    }

    private static void stop(Node node) throws InterruptedException {
        node.process().destroy();
        if (!node.process().waitFor(30, TimeUnit.SECONDS)) {
            node.process().destroyForcibly();
            throw new IllegalStateException(node.role() + " did not end within what compose gives it");
        }
    }
}
