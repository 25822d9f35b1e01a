package askme.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tests of tag {@code program} in another JVM, against a production build whose use of reflection is recorded. */
final class RecordingRun {

    private static final int MOST_MINUTES = 60;

    private RecordingRun() {}

    /** Everything that was recorded while the tests drove the program in {@code app}. */
    static List<RecordedUse> of(Path app) throws Exception {
        Path directory = Files.createDirectories(Path.of("target/recording").toAbsolutePath());
        Path recording = directory.resolve("uses.txt");
        Path log = directory.resolve("tests.log");
        Files.deleteIfExists(recording);
        Process tests = new ProcessBuilder(List.of(
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
                        "--select-package=askme",
                        "--include-tag=program",
                        "--exclude-tag=one-process"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(tests.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            tests.destroy();
        }
        assertThat(tests.exitValue()).as("tests of the program, see %s", log).isZero();
        return RecordedUse.read(recording);
    }
}
