package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.Handler;
import askme.jobs.PeriodicTask;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Classes of JSON and resources read by name must be registered, because native-image cannot find them. */
@QuarkusTest
class NativeRegistrationTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Inject
    @Any
    Instance<Handler<?>> handlers;

    @Inject
    @Any
    Instance<PeriodicTask> tasks;

    @Inject
    @ConfigProperty(name = "quarkus.native.resources.includes")
    List<String> included;

    @Test
    void eventOfEveryJobIsRegistered() {
        List<Class<?>> events = new ArrayList<>();
        handlers.forEach(handler -> events.add(handler.event()));
        tasks.forEach(task -> events.add(task.event().getClass()));

        assertThat(events)
                .filteredOn(event -> event.getName().startsWith("askme.")
                        && !event.getSimpleName().equals("Noted"))
                .hasSizeGreaterThan(8)
                .allSatisfy(event -> assertThat(event.getAnnotation(RegisterForReflection.class))
                        .isNotNull());
    }

    @Test
    void everyResourceReadByNameIsIncluded() throws IOException {
        List<PathMatcher> globs = included.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> resources = files.filter(Files::isRegularFile)
                    .map(Path.of("src/main/resources")::relativize)
                    // Quarkus includes these automatically.
                    .filter(name ->
                            !name.toString().matches("(templates|META-INF)/.*|application.properties|Validation.*"))
                    .toList();

            assertThat(resources)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(name -> assertThat(globs).as(name.toString()).anyMatch(glob -> glob.matches(name)));
        }
    }

    @Test
    void noClassIsLoadedByName() throws IOException {
        Pattern byName = Pattern.compile("Class\\.forName|\\.loadClass\\(|Proxy\\.newProxyInstance");
        try (var files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(name -> name.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty().noneSatisfy(file -> assertThat(
                            Arrays.stream(Files.readString(file).split("\n")))
                    .anyMatch(line -> byName.matcher(line).find()));
        }
    }
}
