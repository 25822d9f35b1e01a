package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compose and a shell can read the file that {@code bin/make-env} writes. */
class EnvironmentFileTest {

    private static final String SITE = "https://ask.example.org";

    @TempDir
    Path scratch;

    @Test
    void generatedSecretsAreLongAndDifferent() throws Exception {
        List<String> one = secretsOf(makeEnv(scratch, SITE));
        List<String> other = secretsOf(makeEnv(scratch, SITE));

        assertThat(one).hasSize(7).doesNotHaveDuplicates().doesNotContainAnyElementsOf(other);
        assertThat(one).allSatisfy(secret -> assertThat(secret).hasSize(64));
    }

    @Test
    void existingSecretsAreNotOverwritten() throws Exception {
        Path env = makeEnv(scratch, SITE);

        assertThat(Programs.run("bin/make-env", "http://localhost", env.toString())
                        .code())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void shellReadsTheDeveloperEnvironment(String shell) throws Exception {
        Path env = makeEnv(scratch, SITE);
        Files.move(env, env.resolveSibling(".env"));
        String script = Path.of("bin/services-env").toAbsolutePath().toString();

        Programs.Result result = Programs.run(env.getParent(), Map.of(), shell, "-ec", ". " + script + " && env");

        assertThat(result.code()).as(result.output()).isZero();
        assertThat(ComposeFileTest.all("(?m)^QUARKUS_DATASOURCE_PASSWORD=(\\w{64})$", result.output()))
                .hasSize(1);
        assertThat(ComposeFileTest.all(
                        "(?m)^QUARKUS_REDIS_JOBS_HOSTS=redis://:(\\w{64})@localhost:6380/1$", result.output()))
                .hasSize(1);
        assertThat(result.output())
                .contains("\nQUARKUS_MAILER_FROM=AskMe <askme@ask.example.org>\n", "\nQUARKUS_MAILER_HOST=localhost\n");
        assertThat(ComposeFileTest.config(env.resolveSibling(".env"), List.of()))
                .contains("QUARKUS_MAILER_FROM: AskMe <askme@ask.example.org>\n");
    }

    /** A separate file below {@code scratch}, for a site at this address. */
    static Path makeEnv(Path scratch, String address) throws Exception {
        Path file = Files.createTempDirectory(scratch, "env").resolve("env");
        assertThat(Programs.run("bin/make-env", address, file.toString()).code())
                .isZero();
        return file;
    }

    private static List<String> secretsOf(Path env) throws IOException {
        return Files.readAllLines(env).stream()
                .filter(line -> line.matches("[A-Z_]*(_SECRET|_PASSWORD|_KEY)=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
    }
}
