package askme.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the classes and files of the application in its directories, so that no class or package is named here. */
public final class MainClasses {

    static final Path JAVA = Path.of("src/main/java");

    /** The application is compiled to the first directory, the tests to the second. */
    private static final Path CLASSES = Path.of("target/classes");

    private static final Path TEST_CLASSES = Path.of("target/test-classes");

    private MainClasses() {}

    /** All classes below {@code askme} except the embedded services, which no production build contains. */
    public static List<Class<?>> all() {
        return files(CLASSES.resolve("askme"), ".class")
                .map(file -> CLASSES.relativize(file).toString())
                .filter(name -> !name.startsWith("askme/embedded/"))
                .<Class<?>>map(name -> load(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                .toList();
    }

    public static List<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return all().stream()
                .filter(type -> type.isAnnotationPresent(annotation))
                .toList();
    }

    /** Whether the type belongs to the tests, which have their own handlers. */
    static boolean isOfTests(Class<?> type) {
        return Files.exists(TEST_CLASSES.resolve(type.getName().replace('.', '/') + ".class"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first group of {@code pattern} wherever it occurs in files of this kind, without comment lines. */
    static List<String> occurrences(Path directory, String extension, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return files(directory, extension)
                .flatMap(file ->
                        code(file).flatMap(line -> compiled.matcher(line).results()))
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> code(Path file) {
        return read(file).lines().filter(line -> !line.strip().matches("(//|\\*|/\\*|--|#).*"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files(Path directory, String extension) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(extension))
                    .sorted(Comparator.naturalOrder())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
