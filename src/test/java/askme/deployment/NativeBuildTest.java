package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds the input of native-image, which is possible without GraalVM. */
@Tag("full")
@Tag("build")
class NativeBuildTest {

    @Test
    void sourcesOfNativeImageCanBeBuilt() throws Exception {
        Path sources = ProductionBuild.nativeSources().resolve("target/native-sources");

        assertThat(Files.readString(sources.resolve("native-image.args")))
                .contains("--no-fallback", "-H:IncludeLocales=en,ru", "-J-Dvertx.disableURIValidation=true")
                .contains("--initialize-at-run-time=com.password4j,com.twelvemonkeys,net.coobird");
        try (ZipFile jar = new ZipFile(runner(sources).toFile())) {
            assertThat(jar.getEntry("askme/command/Main.class")).isNotNull();
            assertThat(jar.getEntry("fill/en.txt")).isNotNull();
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.startsWith("askme/embedded/"));
        }
    }

    /** The jar's name contains the version. */
    private static Path runner(Path sources) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
