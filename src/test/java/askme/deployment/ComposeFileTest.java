package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.http.proxy.enable-forwarded-host",
            "quarkus.http.proxy.trusted-proxies");

    private final String compose = Files.readString(Path.of("docker-compose.yml"));

    @TempDir
    Path scratch;

    ComposeFileTest() throws IOException {}

    @Test
    void everyKeyItSetsIsOneTheApplicationReads() throws IOException {
        Set<String> known =
                KEYS_OF_QUARKUS.stream().map(ComposeFileTest::variable).collect(Collectors.toCollection(TreeSet::new));
        for (String line : Files.readAllLines(Path.of("src/main/resources/application.properties"))) {
            Pattern.compile("^(?:# )?([a-z][a-z.-]+)=")
                    .matcher(line)
                    .results()
                    .map(key -> variable(key.group(1)))
                    .forEach(known::add);
        }
        Set<String> set = all("(?m)^ +((?:ASKME|QUARKUS)_[A-Z_]+):", compose);

        assertThat(set).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    @Test
    void everyAddressLeadsToAServiceOfTheFile() throws Exception {
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
    void everyVariableItNeedsStandsInTheExample() throws IOException {
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
    void everyServiceHasAHealthCheckARestartPolicyAndALimit() throws Exception {
        String full = config(makeEnv(), List.of());
        List<String> services = Stream.of(full.split("(?m)^(?=  [a-z0-9-]+:$)"))
                .filter(part -> part.contains("    image:"))
                .toList();

        assertThat(services).hasSize(10).allSatisfy(service -> assertThat(service)
                .contains("healthcheck:", "restart: unless-stopped", "mem_limit:", "no-new-privileges"));
    }

    @Test
    void composeAcceptsTheFileWithTheOverrideForDevelopers() throws Exception {
        assertThat(config(makeEnv(), List.of("-f", "docker-compose.yml", "-f", "docker-compose.services.yml")))
                .contains("127.0.0.1:3306:3306");
    }

    @Test
    void withoutSecretsItSaysWhatToRun() throws Exception {
        Path empty = Files.writeString(scratch.resolve("empty"), "A=1\n");

        Programs.Result result = compose(empty, List.of());

        assertThat(result.code()).isNotZero();
        assertThat(result.output()).contains("run bin/make-env");
    }

    @Test
    void madeSecretsAreLongAndNeverTheSame() throws Exception {
        List<String> one = secretsOf(makeEnv());
        List<String> other = secretsOf(makeEnv());

        assertThat(one).hasSize(7).doesNotHaveDuplicates().doesNotContainAnyElementsOf(other);
        assertThat(one).allSatisfy(secret -> assertThat(secret).hasSize(64));
    }

    @Test
    void makingSecretsNeverOverwritesThoseInUse() throws Exception {
        Path env = makeEnv();

        assertThat(Programs.run("bin/make-env", "http://localhost", env.toString())
                        .code())
                .isEqualTo(1);
    }

    private Path makeEnv() throws Exception {
        Path file = Files.createTempDirectory(scratch, "env").resolve("env");
        assertThat(Programs.run("bin/make-env", "https://ask.example.org", file.toString())
                        .code())
                .isZero();
        return file;
    }

    private static List<String> secretsOf(Path env) throws IOException {
        return Files.readAllLines(env).stream()
                .filter(line -> line.matches("[A-Z_]*(_SECRET|_PASSWORD|_KEY)=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
    }

    private static String config(Path env, List<String> files) throws Exception {
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

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
