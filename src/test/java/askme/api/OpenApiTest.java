package askme.api;

import static org.assertj.core.api.Assertions.assertThat;

import askme.cost.Route;
import askme.web.ApiPath;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of the API is that of the resources, and the page about it has a text for everything. */
class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources" + ApiDocument.FILE);

    private final List<ApiOperation> operations = new ApiDocument()
            .parts().stream().flatMap(part -> part.operations().stream()).toList();

    @Test
    void documentIsTheRecordedOne() throws Exception {
        String made = DocumentGenerator.json();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, made);
        }
        assertThat(made)
                .as("renew it: ./mvnw test -Dtest=OpenApiTest -Dopenapi.write=true")
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void everyOperationIsARouteAndEveryRouteAnOperation() {
        Set<String> routes = Route.all().stream()
                .filter(route -> ApiPath.covers(route.path()) && !ApiPath.isMcp(route.path()))
                .map(Route::toString)
                .collect(Collectors.toSet());
        assertThat(operations.stream().map(one -> one.method() + " " + one.path()))
                .hasSameSizeAs(routes)
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void pageHasATextForEachNameAndNoOther() {
        Set<String> named = new TreeSet<>();
        operations.forEach(one -> {
            named.add(one.id());
            one.values().forEach(value -> named.add(value.key()));
        });
        assertThat(texts(OperationMessages.class)).isEqualTo(named);

        Set<String> statuses = operations.stream()
                .flatMap(one -> one.statuses().stream().map(status -> "status_" + status))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts(ReferenceMessages.class)).containsAll(statuses);
        assertThat(texts(ReferenceMessages.class).stream().filter(key -> key.startsWith("status_")))
                .containsExactlyElementsOf(statuses);
    }

    @Test
    void limitsAreThoseOfTheForms() {
        ApiOperation ask = operations.stream()
                .filter(one -> one.id().equals("ask_question"))
                .findFirst()
                .orElseThrow();
        assertThat(ask.token()).isTrue();
        assertThat(ask.values().stream().filter(ApiOperation.Value::required).map(ApiOperation.Value::name))
                .containsExactly("title", "text");
        assertThat(ask.values().stream().map(ApiOperation.Value::longest)).containsExactly(120, 20_000, null);
        assertThat(ask.statuses()).contains("201", "202", "422", "429").doesNotContain("304", "500");
    }

    private static Set<String> texts(Class<?> bundle) {
        return Stream.of(bundle)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
