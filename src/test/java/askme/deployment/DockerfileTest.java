package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the images' files without building them; {@link ContainersTest} builds them. */
class DockerfileTest {

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

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text.replaceAll("(?m)^#.*$", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
