package askme.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.Handler;
import askme.jobs.PeriodicTask;
import askme.names.MainClasses;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/**
 * A native program has only those classes and resources that its build registers, if they are reached by name. These are the rules by
 * which they are registered, and the list of all that {@link NativeReachTest} recorded.
 */
@QuarkusTest
class NativeRegistrationTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Quarkus includes these automatically. */
    private static final String BY_QUARKUS = "(templates|META-INF)/.*|Validation.*";

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

    /**
     * Quarkus generates code that reads a type for a template. If one of its properties is a parameter of a message, this code has such
     * properties only, and the others are read by reflection. With {@code @TemplateData} it has all of them.
     */
    @Test
    void typesOfTemplatesAreReadByGeneratedCode() throws IOException {
        assertThat(ReachableTypes.ofTemplates())
                .hasSizeGreaterThan(30)
                .filteredOn(type -> !type.isEnum() && !type.isAnnotationPresent(Entity.class))
                .allSatisfy(type -> assertThat(type.isAnnotationPresent(TemplateData.class)
                                || type.isAnnotationPresent(RegisterForReflection.class))
                        .as("%s has @TemplateData", type.getName())
                        .isTrue());
    }

    @Test
    void signaturesNameTheTypesOfJson() {
        assertThat(MainClasses.all().stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(ReachableTypes::isEndpoint)
                        .filter(method -> method.isAnnotationPresent(Produces.class)
                                && method.getAnnotation(Produces.class)
                                        .value()[0]
                                        .contains("json")))
                .hasSizeGreaterThan(5)
                .allSatisfy(method -> assertThat(method.getReturnType()).isNotEqualTo(Response.class));
    }

    @Test
    void typesInsideRegisteredTypesAreRegistered() {
        assertThat(ReachableTypes.registered()).containsAll(ReachableTypes.ofAnnotated());
    }

    @Test
    void recordedClassesAreStillRegistered() throws Exception {
        Map<String, Class<?>> ours = MainClasses.all().stream().collect(Collectors.toMap(Class::getName, type -> type));
        Set<Class<?>> byRule = ReachableTypes.registered();
        List<String> byName = List.of(Class.forName("askme.command.NativeRegistrations")
                .getAnnotation(RegisterForReflection.class)
                .classNames());
        List<String> reached = recorded(use -> !use.startsWith("resource ") && !use.startsWith("proxy "));

        assertThat(reached).hasSizeGreaterThan(100).containsAll(byName);
        assertThat(reached)
                .filteredOn(ours::containsKey)
                .hasSizeGreaterThan(30)
                .map(ours::get)
                .allSatisfy(type -> assertThat(byRule.contains(type)
                                || type.isAnnotationPresent(Entity.class)
                                || type.isAnnotationPresent(Provider.class)
                                || type.isAnnotationPresent(RegisterRestClient.class))
                        .as("%s is registered by a rule", type.getName())
                        .isTrue());
    }

    @Test
    void recordedResourcesAreStillIncluded() throws IOException {
        assertThat(recorded(use -> use.startsWith("resource ")))
                .contains("application.properties")
                .filteredOn(name -> Files.exists(RESOURCES.resolve(name)) && !name.matches(BY_QUARKUS))
                .hasSizeGreaterThan(9)
                .allMatch(this::isIncluded);
    }

    /** The targets of the stored uses that the native build registers. */
    private static List<String> recorded(Predicate<String> kind) throws IOException {
        return StoredUses.read().entrySet().stream()
                .filter(use -> use.getValue().equals("registered") && kind.test(use.getKey()))
                .map(use -> use.getKey().substring(use.getKey().indexOf(' ') + 1))
                .distinct()
                .toList();
    }

    private boolean isIncluded(String name) {
        return included.stream()
                .anyMatch(glob ->
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name)));
    }

    @Test
    void everyResourceReadByNameIsIncluded() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            List<Path> resources = files.filter(Files::isRegularFile)
                    .map(RESOURCES::relativize)
                    .filter(name -> !name.toString().matches(BY_QUARKUS))
                    .toList();

            assertThat(resources).hasSizeGreaterThan(30).allMatch(name -> isIncluded(name.toString()));
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
