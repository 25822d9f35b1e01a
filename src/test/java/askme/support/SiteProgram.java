package askme.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The site as a program outside the tests' JVM: the production build, or one native executable. */
public final class SiteProgram {

    /**
     * System property with the program that answers all visitors and runs all jobs: a directory with quarkus-run.jar, or an executable.
     * The site in the tests' JVM then only serves the beans that tests inject. Such tests have the tag {@code program}.
     */
    private static final String GIVEN = "askme.test.program";

    /** System property with more options of its JVM, separated by spaces. */
    private static final String OPTIONS = "askme.test.program.options";

    private SiteProgram() {}

    /** The program that the tests use instead of the site in their JVM. */
    public static Optional<Path> given() {
        return Optional.ofNullable(System.getProperty(GIVEN)).map(Path::of);
    }

    /** The command line of this program, without arguments; an executable understands only some options of the JVM. */
    public static List<String> command(Path program, String... options) {
        List<String> command = new ArrayList<>();
        if (Files.isDirectory(program)) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            Optional.ofNullable(System.getProperty(OPTIONS))
                    .ifPresent(more -> command.addAll(List.of(more.split(" "))));
            command.addAll(List.of(options));
            command.add("-jar");
            command.add(program.resolve("quarkus-run.jar").toString());
        } else {
            command.add(program.toAbsolutePath().toString());
            command.addAll(Arrays.stream(options)
                    .filter(option -> !option.startsWith("-XX:"))
                    .toList());
        }
        return command;
    }
}
