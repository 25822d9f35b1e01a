package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/test --native} and {@code bin/askme}, with and without a native compiler and program. */
class NativeProgramTest {

    private static final Map<String, String> SITE = Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://db/askme");

    @TempDir
    Path checkout;

    @ParameterizedTest
    @ValueSource(strings = {"", "exit 1", "echo native-image 21.0.2 2024-01-16"})
    void testsOfTheNativeProgramSayThatTheyWereNotRun(String compiler) throws Exception {
        if (!compiler.isEmpty()) {
            program("bin/native-image", compiler);
        }
        Programs.Result result =
                Programs.run(Path.of("."), Map.of("GRAALVM_HOME", checkout.toString()), "bin/test", "--native");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.output()).contains("--native was NOT run", checkout.toString());
    }

    @Test
    void commandsUseTheNativeProgramOfThisCheckout() throws Exception {
        createCheckout();

        assertThat(askme(SITE)).isEqualTo("native make-admin anna\n");
        assertThat(askme(Map.of())).as("the services of a site in development").startsWith("java -jar target/");
    }

    @Test
    void commandsDoNotUseANativeProgramOfAnEarlierCheckout() throws Exception {
        createCheckout();
        Files.setLastModifiedTime(
                checkout.resolve("target/askme-1-runner"),
                FileTime.from(Instant.now().minusSeconds(60)));

        assertThat(askme(SITE)).startsWith("java -jar target/");
    }

    /** The sources are older than both programs. */
    private void createCheckout() throws IOException {
        Files.createDirectories(checkout.resolve("src/main"));
        Files.createDirectories(checkout.resolve("src/embedded"));
        Files.setLastModifiedTime(
                Files.createFile(checkout.resolve("pom.xml")),
                FileTime.from(Instant.now().minusSeconds(30)));
        program("path/java", "echo java \"$@\"");
        program("target/askme-1-runner", "echo native \"$@\"");
        program("target/quarkus-app/quarkus-run.jar", "");
        Files.createDirectories(checkout.resolve("bin"));
        Files.copy(Path.of("bin/askme"), checkout.resolve("bin/askme"));
    }

    private void program(String name, String line) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String askme(Map<String, String> environment) throws Exception {
        String path = checkout.resolve("path") + ":" + System.getenv("PATH");
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", path);
        return Programs.run(checkout, all, "bin/askme", "make-admin", "anna").output();
    }
}
