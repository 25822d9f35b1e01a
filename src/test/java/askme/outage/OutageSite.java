package askme.outage;

import static org.awaitility.Awaitility.await;

import askme.deployment.ProductionBuild;
import askme.embedded.hub.RealCentrifugo;
import askme.support.FaultProxy;
import askme.support.FirstMember;
import askme.support.RealServices;
import askme.support.RedisServer;
import askme.support.SiteProgram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The production build as one process with all roles, with the two Redis servers of docker-compose.yml, its own database and a real
 * Centrifugo. A proxy is before each of them. The SMTP server is that of the other tests.
 */
final class OutageSite implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int DISK_MB = 320;

    final Part databasePart;
    final DatabaseServer database;
    final RealCentrifugo hub;
    final String address;
    final Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "outage");
    private final SmallDisk disk;
    private final RedisServer cache = RedisServer.start();
    private final RedisServer jobs = RedisServer.start();
    private final Map<Part, SitePart> parts;
    private final ProcessBuilder program;
    private final Process process;
    private final int management = freePort();

    /**
     * Starts the site.
     *
     * @param databasePart {@link Part#MARIADB} or {@link Part#MYSQL}
     * @param more environment variables that replace others
     */
    OutageSite(Part databasePart, Map<String, String> more) throws Exception {
        this.databasePart = databasePart;
        disk = SmallDisk.mount(home.resolve("disk"), DISK_MB);
        database = databasePart == Part.MYSQL
                ? DatabaseServer.mySql(home, disk.directory())
                : DatabaseServer.mariaDb(home, disk.directory());
        hub = new RealCentrifugo(Map.of());
        Map<String, String> services = RealServices.config();
        int port = freePort();
        address = "http://localhost:" + port;
        FaultProxy sql = FaultProxy.before("127.0.0.1", database.port());
        FaultProxy cached = FaultProxy.before("127.0.0.1", cache.port);
        FaultProxy queued = FaultProxy.before("127.0.0.1", jobs.port);
        FaultProxy scheduled = FaultProxy.before("127.0.0.1", jobs.port);
        FaultProxy smtp = FaultProxy.before("127.0.0.1", Integer.parseInt(services.get("quarkus.mailer.port")));
        URI api = URI.create(hub.config().get("askme.centrifugo.api-url"));
        FaultProxy published = FaultProxy.before("127.0.0.1", api.getPort());
        parts = new PartsOfSite(database, disk, cache, jobs, hub)
                .behind(databasePart, sql, cached, List.of(queued, scheduled), smtp, published);
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                DatabaseServer.url(sql.port()),
                "QUARKUS_DATASOURCE_USERNAME",
                DatabaseServer.ACCOUNT,
                "QUARKUS_DATASOURCE_PASSWORD",
                DatabaseServer.ACCOUNT,
                "QUARKUS_REDIS_CACHE_HOSTS",
                redis(cached, 0),
                "QUARKUS_REDIS_JOBS_HOSTS",
                redis(queued, 1),
                "QUARKUS_REDIS_SCHEDULE_HOSTS",
                redis(scheduled, 2),
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "QUARKUS_MAILER_PORT",
                Integer.toString(smtp.port()),
                "QUARKUS_MAILER_START_TLS",
                "DISABLED",
                "QUARKUS_MAILER_FROM",
                "AskMe <askme@localhost>"));
        environment.putAll(Map.of(
                "ASKME_CENTRIFUGO_URL", hub.config().get("askme.centrifugo.url"),
                "ASKME_CENTRIFUGO_API_URL", "http://127.0.0.1:" + published.port() + api.getPath(),
                "ASKME_CENTRIFUGO_API_KEY", hub.config().get("askme.centrifugo.api-key"),
                "ASKME_CENTRIFUGO_TOKEN_SECRET", hub.config().get("askme.centrifugo.token-secret"),
                "ASKME_SECRET", "0123456789abcdef0123456789abcdef",
                "ASKME_BASE_URL", address,
                "ASKME_ROLES", "web,worker,scheduler",
                "ASKME_UPLOADS_DIR", home.resolve("uploads").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        environment.putAll(Map.of( // many requests of one address and many mails to one member
                "ASKME_LIMITS_ENABLED", "false",
                "ASKME_CONFIRM_EMAIL", "false",
                "ASKME_SETTINGS_NEWCOMER_POSTS_PER_HOUR", "1000",
                "ASKME_SIGN_IN_PER_ADDRESS", "100000",
                "ASKME_MAIL_PER_HOUR", "100000",
                "ASKME_PASSWORD_MEMORY_KIB", "256",
                "ASKME_PASSWORD_ITERATIONS", "1"));
        environment.putAll(more);
        program = new ProcessBuilder(SiteProgram.command(build(), "-Xmx422m", "-XX:TieredStopAtLevel=1"))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("site.log").toFile()));
        program.environment().keySet().removeIf(name -> name.matches("(ASKME|QUARKUS)_.*"));
        program.environment().putAll(environment);
        process = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(START).ignoreExceptions().until(() -> health("ready").contains("200"));
        FirstMember.add(DatabaseServer.url(database.port()), DatabaseServer.ACCOUNT, DatabaseServer.ACCOUNT);
    }

    private static Path build() throws IOException, InterruptedException {
        Optional<Path> given = SiteProgram.given();
        return given.isPresent() ? given.get() : ProductionBuild.app();
    }

    private static String redis(FaultProxy proxy, int database) {
        return "redis://127.0.0.1:" + proxy.port() + "/" + database;
    }

    SitePart part(Part part) {
        return parts.get(part);
    }

    /** Whether this fault can be played on this machine. */
    boolean plays(Part part, Fault fault) {
        return fault != Fault.FULL || part != databasePart || disk.canBeFilled();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; the process must end within this time. */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the site still runs");
        }
        return process.exitValue();
    }

    /** Status and body of a health check: {@code live}, {@code ready}. */
    String health(String check) throws IOException, InterruptedException {
        return get("http://localhost:" + management + "/q/health/" + check);
    }

    /** The threads of the process. */
    int threads() throws IOException, InterruptedException {
        return get("http://localhost:" + management + "/q/metrics")
                .lines()
                .filter(line -> line.startsWith("jvm_threads_live_threads"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** The site's connections to all parts. */
    int connections() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey() != Part.NETWORK) // it has the proxies of all others
                .mapToInt(part -> part.getValue().connections())
                .sum();
    }

    /** The lines of the log. */
    List<String> log() throws IOException {
        return Files.readAllLines(home.resolve("site.log"));
    }

    private static String get(String url) throws IOException, InterruptedException {
        var reply = HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
        return reply.statusCode() + "\n" + reply.body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        for (SitePart part : parts.values()) {
            part.proxies().forEach(FaultProxy::close);
        }
        hub.close();
        cache.close();
        jobs.close();
        database.close();
        disk.close();
    }
}
