package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The build for the image contains nothing for developers, and does not start without configured secrets. */
@Tag("full")
@Tag("build")
class ProductionBuildTest {

    private static Path app;

    @BeforeAll
    static void build() throws Exception {
        app = ProductionBuild.app();
    }

    @Test
    void buildHasNoJarOfEmbeddedServices() throws IOException {
        try (Stream<Path> files = Files.walk(app)) {
            List<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            assertThat(jars)
                    .hasSizeGreaterThan(100)
                    .noneMatch(name -> name.matches("(?i).*(mariadb|embedded-redis|greenmail|commons-exec|junit).*"));
        }
    }

    @Test
    void buildHasNoClassOfEmbeddedServices() throws IOException {
        try (Stream<Path> jars = Files.list(app.resolve("app"));
                ZipFile jar = new ZipFile(jars.filter(name -> name.toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow()
                        .toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();

            assertThat(names).anyMatch(name -> name.startsWith("askme/command/"));
            assertThat(names).noneMatch(name -> name.startsWith("askme/embedded/"));
        }
    }

    @Test
    void dependencyListsIncludeBrowserPackages() throws IOException {
        assertThat(Files.readString(app.resolveSibling("bom-npm.json")))
                .contains("\"CycloneDX\"", "bootstrap", "bootstrap-icons", "centrifuge", "highlight.js")
                .doesNotContain("esbuild");
        assertThat(app.resolveSibling("bom.json")).isRegularFile();
        assertThat(app.resolveSibling("THIRD-PARTY.txt")).isRegularFile();
    }

    @Test
    void startNamesEveryMissingKey() throws Exception {
        Programs.Result result = start(Map.of());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .contains("ASKME_BASE_URL", "ASKME_SECRET")
                .contains("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD")
                .contains("QUARKUS_REDIS_CACHE_HOSTS", "QUARKUS_REDIS_JOBS_HOSTS", "QUARKUS_REDIS_SCHEDULE_HOSTS")
                .contains("QUARKUS_MAILER_HOST", "QUARKUS_MAILER_FROM")
                .contains("ASKME_CENTRIFUGO_URL", "ASKME_CENTRIFUGO_API_URL", "ASKME_CENTRIFUGO_API_KEY")
                .contains("ASKME_CENTRIFUGO_TOKEN_SECRET")
                .doesNotContain("\tat ");
    }

    @Test
    void badRolesAndSharedRedisDatabaseAreRefused() throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (String key : List.of(
                "ASKME_BASE_URL",
                "ASKME_SECRET",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD",
                "QUARKUS_MAILER_HOST",
                "QUARKUS_MAILER_FROM",
                "ASKME_CENTRIFUGO_URL",
                "ASKME_CENTRIFUGO_API_URL",
                "ASKME_CENTRIFUGO_API_KEY",
                "ASKME_CENTRIFUGO_TOKEN_SECRET")) {
            environment.put(key, "something");
        }
        environment.put("QUARKUS_REDIS_CACHE_HOSTS", "redis://redis:6379/0");
        environment.put("QUARKUS_REDIS_JOBS_HOSTS", "redis://redis:6379/0");
        environment.put("QUARKUS_REDIS_SCHEDULE_HOSTS", "redis://redis:6379/2");

        Programs.Result shared = start(environment);
        assertThat(shared.code()).isEqualTo(1);
        assertThat(shared.output())
                .contains("redis:6379/0: QUARKUS_REDIS_CACHE_HOSTS, QUARKUS_REDIS_JOBS_HOSTS")
                .doesNotContain("\tat ");

        environment.put("ASKME_ROLES", "wrker");
        Programs.Result unknown = start(environment);
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.output()).contains("ASKME_ROLES contains [wrker]").doesNotContain("\tat ");

        environment.put("ASKME_ROLES", "");
        assertThat(start(environment).output()).contains("ASKME_ROLES is empty");
    }

    @Test
    void presentKeyIsNotReportedMissing() throws Exception {
        assertThat(start(Map.of("ASKME_SECRET", "0123456789abcdef0123456789abcdef"))
                        .output())
                .contains("ASKME_BASE_URL")
                .doesNotContain("ASKME_SECRET");
    }

    /** The last step of the image's build, with the Java of this build. */
    @Test
    void classArchiveIsWrittenWithoutServicesAndUsed() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        String script =
                Path.of("src/main/docker/archive-classes").toAbsolutePath().toString();
        Files.deleteIfExists(app.resolve("app-cds.jsa"));

        Programs.Result written = Programs.run(app, Map.of("PATH", java + ":" + System.getenv("PATH")), "bash", script);

        assertThat(written.code()).as(written.output()).isZero();
        Programs.Result used = Programs.run(
                app,
                Map.of(),
                java + "/java",
                "-XX:SharedArchiveFile=app-cds.jsa",
                "-Xshare:on",
                "-Xlog:class+load",
                "-jar",
                "quarkus-run.jar",
                "help");
        assertThat(used.output().lines().filter(line -> line.contains("askme.command.Main source:")))
                .singleElement()
                .asString()
                .contains("shared objects file (top)");
    }

    private static Programs.Result start(Map<String, String> environment) throws Exception {
        return Programs.run(
                app,
                environment,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "quarkus-run.jar");
    }
}
