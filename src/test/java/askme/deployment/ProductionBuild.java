package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The output of {@code ./mvnw -Dproduction package}, built once for all tests in a copy of the checkout, without the
 * tests' classes.
 */
public final class ProductionBuild {

    private static Path app;
    private static Path nativeSources;

    private ProductionBuild() {}

    /** The directory with quarkus-run.jar. */
    public static synchronized Path app() throws IOException, InterruptedException {
        if (app == null) {
            app = build("-Dskip.web", "package").resolve("target/quarkus-app");
        }
        return app;
    }

    /** The checkout with target/native-sources, the input of native-image, and the same program in target/quarkus-app. */
    public static synchronized Path nativeSources() throws IOException, InterruptedException {
        if (nativeSources == null) {
            nativeSources = build("-Dskip.web", "-Dnative", "-Dquarkus.native.sources-only=true", "package");
        }
        return nativeSources;
    }

    /** The build with OpenTelemetry. */
    static Path traced() throws IOException, InterruptedException {
        return build("-Dskip.web", "-Dotel", "package").resolve("target/quarkus-app");
    }

    /** The build of a next version, which has one more migration. */
    static Path next(Path migration) throws IOException, InterruptedException {
        Path checkout = checkout();
        Files.copy(
                migration, checkout.resolve("src/main/resources/db/migration").resolve(migration.getFileName()));
        return build(checkout, "-Dskip.web", "package").resolve("target/quarkus-app");
    }

    /** Runs Maven with {@code -Dproduction} and these arguments in a new copy of the checkout, and returns the copy. */
    static Path build(String... arguments) throws IOException, InterruptedException {
        return build(checkout(), arguments);
    }

    private static Path checkout() throws IOException {
        Path checkout = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "production");
        // A hundred megabytes that no later run uses.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(checkout)));
        copy(checkout);
        return checkout;
    }

    private static Path build(Path checkout, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("./mvnw", "-B", "-ntp", "-Dproduction"), Stream.of(arguments))
                .toList();
        Programs.Result result = Programs.run(checkout, Map.of("MAVEN_OPTS", "-Xmx1g"), command.toArray(String[]::new));
        assertThat(result.code()).as(result.output()).isZero();
        return checkout;
    }

    /** Copies the sources, and the bundles of styles and scripts that this build has already made. */
    private static void copy(Path checkout) throws IOException {
        for (String top : List.of(
                "pom.xml",
                "mvnw",
                ".mvn",
                "src/main",
                "src/embedded",
                "target/classes/web-manifest.properties",
                "target/classes/META-INF/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(top))) {
                for (Path file : files.filter(name -> !name.toString().contains("node_modules"))
                        .toList()) {
                    Path copy = checkout.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
