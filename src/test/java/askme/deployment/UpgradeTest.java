package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/upgrade} in a separate directory, with a {@code docker} that records its calls. */
class UpgradeTest {

    private static final String DOCKER = """
            #!/bin/sh
            echo "$ASKME_VERSION $*" >> calls
            case "$*" in
              *"$FAILS"*) exit 1 ;;
              *"cat /centrifugo/config.json") cat running.json ;;
            esac
            """;
    private static final String ENV =
            "ASKME_BASE_URL=https://ask.example.org\nASKME_VERSION=1.0\nASKME_SECRET=\"a & | b\"\n";

    @TempDir
    Path site;

    @BeforeEach
    void createSite() throws IOException {
        Files.createDirectory(site.resolve("bin"));
        Files.copy(Path.of("bin/upgrade"), site.resolve("bin/upgrade"));
        Files.writeString(site.resolve("docker"), DOCKER);
        for (String program : List.of("bin/upgrade", "docker")) {
            assertThat(site.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(site.resolve(".env"), ENV);
        Files.setPosixFilePermissions(site.resolve(".env"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(site.resolve("centrifugo.json"), "{}");
        Files.writeString(site.resolve("running.json"), "{}");
    }

    @Test
    void upgradeReplacesOneProcessAfterAnother() throws Exception {
        assertThat(upgrade("nothing").code()).isZero();

        List<String> calls = calls();
        String version = calls.get(0).split(" ")[0];
        assertThat(calls)
                .containsExactly(
                        version + " compose build worker",
                        " compose exec -T centrifugo cat /centrifugo/config.json",
                        " compose up -d --no-deps --wait web",
                        " compose up -d --no-deps --wait web-2",
                        " compose up -d --no-deps --wait worker scheduler",
                        " compose up -d --no-deps --wait nginx",
                        // After docker kill with any signal it would not start with the machine.
                        " compose exec -T nginx nginx -c /askme/nginx.conf -s reload");
        assertThat(site.resolve(".env")).hasContent(ENV.replace("1.0", version));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.resolve(".env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void unhealthyFirstWebStopsTheUpgrade() throws Exception {
        Programs.Result result = upgrade("--wait web");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("back with bin/upgrade 1.0");
        assertThat(calls()).last().asString().endsWith("--wait web");
    }

    @Test
    void rollbackBuildsNothing() throws Exception {
        assertThat(upgrade("nothing", "0.9").code()).isZero();

        assertThat(calls())
                .noneMatch(call -> call.contains("build"))
                .first()
                .asString()
                .endsWith("inspect askme:0.9");
        assertThat(site.resolve(".env")).hasContent(ENV.replace("1.0", "0.9"));
    }

    @Test
    void unknownVersionChangesNothing() throws Exception {
        Programs.Result result = upgrade("image inspect", "0.8");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output()).contains("no image askme:0.8 here");
        assertThat(calls()).hasSize(1);
        assertThat(site.resolve(".env")).hasContent(ENV);
    }

    @Test
    void hubWithChangedConfigurationIsRestarted() throws Exception {
        Files.writeString(site.resolve("centrifugo.json"), "{\"log\": {}}");

        assertThat(upgrade("nothing").code()).isZero();
        assertThat(calls())
                .containsSubsequence(
                        " compose up -d --no-deps --force-recreate --wait centrifugo",
                        " compose up -d --no-deps --wait web");
    }

    private Programs.Result upgrade(String fails, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = site.resolve("bin/upgrade").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Programs.run(
                site,
                Map.of("PATH", site + ":" + System.getenv("PATH"), "FAILS", fails, "ASKME_LEFT_ALONE", "0"),
                command);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(site.resolve("calls"));
    }
}
