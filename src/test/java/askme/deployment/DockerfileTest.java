package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the images' files without building them; {@link ContainersTest} builds them. */
class DockerfileTest {

    @TempDir
    Path scratch;

    private static final Path IMAGES = Path.of("src/main/docker");

    /** A secret, an upload or a built file in the context would stay in the image's layers permanently. */
    @Test
    void onlyTheSourcesReachTheBuild() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .containsExactly("*", "!pom.xml", "!mvnw", "!.mvn", "!src", "src/main/web/node_modules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void copiedFilesExistAndAreExecutable(String name) throws IOException {
        List<String> copied = all("(?<=\\s)src/\\S+", Files.readString(IMAGES.resolve(name)));

        assertThat(copied).contains("src/main/docker/healthy").allSatisfy(file -> {
            assertThat(Path.of(file)).isRegularFile().isExecutable();
            assertThat(Files.readString(Path.of(file))).startsWith("#!/bin/bash\n");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void lastStageRunsAsUserThatOwnsTheUploads(String name) throws IOException {
        String text = Files.readString(IMAGES.resolve(name));
        String last = text.substring(text.lastIndexOf("\nFROM "));

        assertThat(all("(?m)^USER .*$", last)).containsExactly("USER 10001");
        assertThat(last.indexOf("/data/uploads")).isPositive().isLessThan(last.indexOf("\nUSER "));
        assertThat(last.indexOf("\nVOLUME /data/uploads")).isGreaterThan(last.indexOf("\nUSER "));
        assertThat(last.substring(last.indexOf("\nUSER "))).doesNotContain("\nRUN ", "\nCOPY ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void imageContainsTheDependencyLists(String name) throws IOException {
        String text = Files.readString(IMAGES.resolve(name));

        assertThat(text.substring(text.lastIndexOf("\nFROM ")))
                .contains("/src/target/bom.json /src/target/bom-npm.json /src/target/THIRD-PARTY.txt");
    }

    /** An operator who sets the variable would replace the image's value. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void javaOptionsAreNotAVariable(String name) throws IOException {
        assertThat(Files.readString(IMAGES.resolve(name))).doesNotContain("JAVA_TOOL_OPTIONS=", "JDK_JAVA_OPTIONS=");
    }

    /** The builder has the Java version that Quarkus itself uses, and nothing of AWT's libraries comes from another image. */
    @Test
    void nativeImageIsBuiltByMandrelForJava25WithTwoLibraries() throws IOException {
        String text = Files.readString(IMAGES.resolve("Dockerfile.native-micro"));

        assertThat(text).contains("\nFROM quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25 AS build\n");
        assertThat(all("/lib64/\\S+", text)).containsExactly("/lib64/libz.so.1", "/lib64/libm.so.6");
    }

    @ParameterizedTest
    @CsvSource({
        "memory.max, 536870912, -Xmx281m make-admin anna",
        "memory.max, max, make-admin anna",
        "memory/memory.limit_in_bytes, 805306368, -Xmx422m make-admin anna",
        "memory/memory.limit_in_bytes, 9223372036854771712, make-admin anna",
        "other, 1, make-admin anna"
    })
    void heapOfNativeProgramFollowsTheLimitOfTheContainer(String file, String limit, String arguments)
            throws Exception {
        Path limits = scratch.resolve(file);
        Files.createDirectories(limits.getParent());
        Files.writeString(limits, limit + "\n");
        String start = Files.readString(IMAGES.resolve("native-start"))
                .replace("/sys/fs/cgroup/", scratch + "/")
                .replace("exec /app/askme", "echo");

        assertThat(Programs.run("bash", "-c", start, "native-start", "make-admin", "anna")
                        .output())
                .isEqualToIgnoringWhitespace(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void lastStageHasHealthCheckAndNeedsNoWritableDirectory(String name) throws IOException {
        String text = Files.readString(IMAGES.resolve(name));
        String last = text.substring(text.lastIndexOf("\nFROM "));

        assertThat(all("(?m)^HEALTHCHECK .*$", last)).singleElement().asString().endsWith("CMD [\"/app/healthy\"]");
        assertThat(all("(?m)^VOLUME .*$", last)).containsExactly("VOLUME /data/uploads");
    }

    @Test
    void oneVariableSelectsTheImage() throws Exception {
        Path env = EnvironmentFileTest.makeEnv(scratch, "https://ask.example.org");
        assertThat(ComposeFileTest.config(env, List.of())).contains("dockerfile: src/main/docker/Dockerfile.jvm\n");
        String changed = Files.readString(env).replace("\nASKME_IMAGE=jvm\n", "\nASKME_IMAGE=native\n");
        Files.writeString(env, changed);
        assertThat(ComposeFileTest.config(env, List.of())).contains("dockerfile: src/main/docker/Dockerfile.native\n");
        assertThat(IMAGES.resolve("Dockerfile.native").toRealPath())
                .isEqualTo(IMAGES.resolve("Dockerfile.native-micro").toRealPath());
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text.replaceAll("(?m)^#.*$", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
