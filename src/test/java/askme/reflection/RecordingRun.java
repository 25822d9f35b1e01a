package askme.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tests of tag {@code program} in another JVM, against a production build whose use of reflection is recorded. */
final class RecordingRun {

    private static final int MOST_MINUTES = 60;
    private static final Path TESTS = Path.of("src/test/java");

    private RecordingRun() {}

    /** Everything that was recorded while the tests drove the program in {@code app}. */
    static List<RecordedUse> of(Path app) throws Exception {
        Path directory = Files.createDirectories(Path.of("target/recording").toAbsolutePath());
        Path recording = directory.resolve("uses.txt");
        Path log = directory.resolve("tests.log");
        Files.deleteIfExists(recording);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/test/jvm.options",
                "-Dbasedir=" + Path.of("").toAbsolutePath(),
                "-Dmaven.home=" + System.getProperty("maven.home"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Daskme.test.program=" + app,
                "-Daskme.test.program.options=" + AgentJar.options(directory, recording),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=tree",
                "--exclude-tag=one-process"));
        for (String test : tests()) {
            command.add("--select-class=" + test);
        }
        Process tests = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(tests.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                    .as("ended")
                    .isTrue();
        } finally {
            tests.destroy();
        }
        assertThat(tests.exitValue()).as("tests of the program, see %s", log).isZero();
        return RecordedUse.read(recording);
    }

    /** The classes of the tag; the launcher does not find those of Quarkus in a package. */
    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(name -> name.toString().endsWith("Test.java")).toList()) {
                if (Files.readString(file).contains("\n@Tag(\"program\")\n")) {
                    String name = TESTS.relativize(file).toString();
                    found.add(
                            name.substring(0, name.length() - ".java".length()).replace('/', '.'));
                }
            }
            assertThat(found).hasSizeGreaterThan(20);
            return found;
        }
    }
}
