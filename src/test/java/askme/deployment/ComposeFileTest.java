package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml, its environment and the configuration of the application say the same. */
class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-][^}]*)?}");

    /** Keys of Quarkus that our file does not repeat; {@code DeploymentTest} asks the build whether it knows them. */
    static final Set<String> KEYS_OF_QUARKUS = Set.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.redis.cache.password",
            "quarkus.redis.jobs.password",
            "quarkus.redis.schedule.password",
            "quarkus.mailer.host",
            "quarkus.mailer.port",
            "quarkus.mailer.username",
            "quarkus.mailer.password",
            "quarkus.mailer.start-tls",
            "quarkus.mailer.tls",
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.http.proxy.enable-forwarded-host",
            "quarkus.http.proxy.trusted-proxies");

    private final String compose = Files.readString(Path.of("docker-compose.yml"));

    @TempDir
    Path scratch;

    ComposeFileTest() throws IOException {}

    @Test
    void everyKeyIsReadByTheApplication() throws IOException {
        Set<String> known =
                KEYS_OF_QUARKUS.stream().map(ComposeFileTest::variable).collect(Collectors.toCollection(TreeSet::new));
        for (String line : Files.readAllLines(Path.of("src/main/resources/application.properties"))) {
            Pattern.compile("^(?:# )?([a-z][a-z.-]+)=")
                    .matcher(line)
                    .results()
                    .map(key -> variable(key.group(1)))
                    .forEach(known::add);
        }
        known.addAll(all("\\$\\{(ASKME_[A-Z_]+)}", Files.readString(Nginx.TEMPLATE)));
        Set<String> set = all("(?m)^ +((?:ASKME|QUARKUS)_[A-Z_]+):", compose);

        assertThat(set).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    @Test
    void everyAddressNamesAService() throws Exception {
        String full = config(makeEnv(), List.of());
        Set<String> hosts = all("(?:mysql|redis|http)://([a-z][a-z-]+):\\d+", full);
        hosts.addAll(all("QUARKUS_MAILER_HOST: (\\S+)", full));

        assertThat(hosts).containsExactlyInAnyOrder("mysql", "redis-cache", "redis-jobs", "centrifugo", "maildev");
        assertThat(hosts).allSatisfy(host -> assertThat(full).contains("\n  " + host + ":\n"));
        assertThat(all("server ([a-z0-9-]+):\\d+;", Files.readString(Nginx.CONFIG)))
                .isNotEmpty()
                .allSatisfy(host -> assertThat(full).contains("\n  " + host + ":\n"));
    }

    @Test
    void everyRequiredVariableIsInTheExample() throws IOException {
        Set<String> offered = all("(?m)^([A-Z_]+)=", Files.readString(Path.of(".env.example")));

        assertThat(VARIABLE.matcher(compose)
                        .results()
                        .filter(use -> use.group(2) != null && use.group(2).startsWith(":?"))
                        .map(use -> use.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(offered).contains(name));
    }

    @Test
    void noSecretHasADefault() {
        List<MatchResult> secrets = Pattern.compile("(?m)^ +([A-Z_]*(?:SECRET|PASSWORD|_KEY)[A-Z_]*): (.*)$")
                .matcher(compose)
                .results()
                .toList();

        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(secret -> assertThat(secret.group(2))
                .matches("\\$\\{[A-Z_]+(:\\?run bin/make-env|:-)}"));
    }

    @Test
    void imagesArePinnedToAVersion() {
        assertThat(all("(?m)image: ((?!askme)\\S+)$", compose)).isNotEmpty().allSatisfy(image -> assertThat(image)
                .matches("[a-z/]+:v?[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z]+)?"));
    }

    @Test
    void servicesHaveHealthChecksRestartsAndLimits() throws Exception {
        assertThat(services().values()).hasSize(14).allSatisfy(service -> assertThat(service)
                .contains("healthcheck:", "restart: unless-stopped", "mem_limit:", "pids_limit:", "no-new-privileges")
                .contains("driver: json-file", "max-size:", "max-file:"));
    }

    /** MySQL's image starts as root, which changes the owner of its directory. */
    @Test
    void onlyMySqlHasCapabilities() throws Exception {
        assertThat(services()).allSatisfy((name, service) -> assertThat(service.contains("cap_drop:\n    - ALL"))
                .as(name)
                .isEqualTo(!name.endsWith("mysql")));
    }

    @Test
    void developerProfilePublishesItsServicesOnly() throws Exception {
        Set<String> started = named("services");

        assertThat(started)
                .containsExactlyInAnyOrder(
                        "dev-mysql", "dev-redis-cache", "dev-redis-jobs", "dev-centrifugo", "maildev");
        assertThat(services()).allSatisfy((name, service) -> {
            assertThat(service.contains("published:") || service.contains("- 127.0.0.1:"))
                    .as(name)
                    .isEqualTo(started.contains(name) || name.equals("nginx"));
            assertThat(service).doesNotContain("- 0.0.0.0:");
        });
    }

    @Test
    void defaultProfilesStartSiteAndMaildev() throws Exception {
        assertThat(Files.readString(Path.of(".env.example"))).contains("\nCOMPOSE_PROFILES=site,maildev\n");
        assertThat(named("site")).hasSize(9).contains("web", "web-2", "worker", "scheduler", "nginx", "mysql");
        assertThat(named("maildev")).containsExactly("maildev");
        assertThat(services()).allSatisfy((name, service) -> assertThat(service).doesNotContain("    maildev:\n"));
    }

    @Test
    void databaseAndRedisAreOnlyOnTheInternalNetwork() throws Exception {
        assertThat(config(makeEnv(), List.of())).contains("  back:\n    internal: true\n");
        assertThat(services().get("mysql")).contains("back: null").doesNotContain("front:");
        assertThat(services().get("redis-jobs")).contains("back: null").doesNotContain("front:");
    }

    @Test
    void websTrustNginxAndNginxTrustsTheTerminator() throws Exception {
        Map<String, String> services = services();
        String address =
                all("ipv4_address: (\\S+)", services.get("nginx")).iterator().next();

        assertThat(services.get("web")).contains("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: " + address + "\n");
        assertThat(services.get("nginx"))
                .contains("ASKME_TLS_PROXY: 172.30.80.1\n")
                .contains("/src/main/docker/nginx:/askme:ro\n", "NGINX_ENVSUBST_TEMPLATE_DIR: /askme/templates\n");
        assertThat(config(makeEnv(), List.of())).contains("gateway: 172.30.80.1\n");
        assertThat(config(makeEnv("http://localhost:8080"), List.of())).contains("ASKME_TLS_PROXY: 'unix:'\n");
    }

    /** nginx asks for the address of a name once, and does not start while one is unknown. */
    @Test
    void upstreamsOfNginxHaveFixedAddresses() throws Exception {
        Map<String, String> services = services();
        for (String name : all("server ([a-z0-9-]+):\\d+;", Files.readString(Nginx.CONFIG))) {
            String address =
                    all("ipv4_address: (\\S+)", services.get(name)).iterator().next();
            assertThat(services.get("nginx")).contains("- " + name + ":" + address + "\n");
            assertThat(address).matches("172\\.30\\.80\\.1\\d");
        }
        assertThat(config(makeEnv(), List.of())).contains("ip_range: 172.30.80.128/25\n");
    }

    /** Four builds of one name at once get into each other's way. */
    @Test
    void oneServiceBuildsTheImageAndNonePullsIt() throws Exception {
        assertThat(services().values())
                .filteredOn(service -> service.contains("image: askme:"))
                .hasSize(4)
                .allMatch(service -> service.contains("pull_policy: never"))
                .filteredOn(service -> service.contains("build:"))
                .hasSize(1);
    }

    @Test
    void startTlsIsRequiredExceptForMaildev() throws Exception {
        Path env = makeEnv();
        assertThat(startTls(env)).isEqualTo("DISABLED");
        String real = Files.readString(env).replace("HOST=maildev", "HOST=smtp.example.org");
        assertThat(startTls(Files.writeString(env, real))).isEqualTo("REQUIRED");
        assertThat(startTls(Files.writeString(env, real + "QUARKUS_MAILER_START_TLS=OPTIONAL\n")))
                .isEqualTo("OPTIONAL");
    }

    /** The configuration that the application gets from the variables of the file. */
    private static String startTls(Path env) throws Exception {
        Map<String, String> given = Pattern.compile("(?m)^      ([A-Z_]+): (.*)$")
                .matcher(parts(config(env, List.of())).get("worker"))
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1), line -> line.group(2).replace("$$", "$")));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(given, 300))
                .build()
                .getValue("quarkus.mailer.start-tls", String.class);
    }

    @Test
    void missingSecretsNameTheCommandToRun() throws Exception {
        Path empty = Files.writeString(scratch.resolve("empty"), "A=1\n");

        Programs.Result result = compose(empty, List.of());

        assertThat(result.code()).isNotZero();
        assertThat(result.output()).contains("run bin/make-env");
    }

    private Path makeEnv() throws Exception {
        return makeEnv("https://ask.example.org");
    }

    private Path makeEnv(String address) throws Exception {
        return EnvironmentFileTest.makeEnv(scratch, address);
    }

    private Map<String, String> services() throws Exception {
        return parts(config(makeEnv(), List.of()));
    }

    /** Each service's part of the file as compose resolved it. */
    private static Map<String, String> parts(String full) {
        return Stream.of(full.split("(?m)^(?=  [a-z0-9-]+:$)|^(?=[a-z]+:)"))
                .filter(part -> part.contains("\n    image:"))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf(':')).strip(), part -> part, (a, b) -> a, TreeMap::new));
    }

    private Set<String> named(String profile) throws Exception {
        return services().entrySet().stream()
                .filter(service -> service.getValue().contains("\n    - " + profile + "\n"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String config(Path env, List<String> files) throws Exception {
        Programs.Result result = compose(env, files);
        assertThat(result.code()).as(result.output()).isZero();
        return result.output();
    }

    private static Programs.Result compose(Path env, List<String> files) throws Exception {
        Optional<Path> program = Programs.find("docker-compose");
        assumeTrue(program.isPresent(), "no docker-compose here");
        List<String> command = new ArrayList<>(List.of(program.get().toString(), "--env-file", env.toString()));
        command.addAll(files);
        command.add("config");
        return Programs.run(command.toArray(String[]::new));
    }

    private static String variable(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
