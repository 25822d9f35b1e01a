package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All filters take their number from {@link FilterOrder}, and the table in the documentation shows the same order. */
class FilterOrderTest {

    private static final Pattern CONSTANT = Pattern.compile("public static final int (\\w+) = (-?\\d+);");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` +\\| (-?\\d+) +\\| `(\\w+)` +\\|");
    private static final Pattern USE = Pattern.compile("FilterOrder\\.([A-Z_]+)");

    /** Code that sets the order of a filter or a route, up to the end of its arguments. */
    private static final Pattern ORDERED =
            Pattern.compile("filters\\.register\\([^;]*;|@Server(?:Request|Response)Filter(?:\\([^)]*\\))?|"
                    + "router\\.route\\([^)]*\\)(?s:.*?);|@RouteFilter(?:\\([^)]*\\))?");

    @Test
    void documentedTableMatchesConstants() throws IOException {
        List<String> constants = CONSTANT.matcher(Files.readString(Path.of("src/main/java/askme/web/FilterOrder.java")))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        List<String> rows = ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        assertThat(rows).isNotEmpty().isEqualTo(constants);
    }

    @Test
    void documentedClassesUseTheirConstant() throws IOException {
        Map<String, String> documented = new LinkedHashMap<>();
        ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .forEach(found -> documented.put(found.group(1), found.group(3)));
        Map<String, String> used = new LinkedHashMap<>();
        for (Path file : sources()) {
            USE.matcher(Files.readString(file)).results().forEach(found -> {
                String name = file.getFileName().toString().replace(".java", "");
                assertThat(used.put(found.group(1), name)).as(found.group(1)).isNull();
            });
        }
        assertThat(used).isNotEmpty().containsExactlyInAnyOrderEntriesOf(documented);
    }

    @Test
    void everyFilterTakesItsNumberFromOneFile() throws IOException {
        List<String> withoutConstant = new ArrayList<>();
        int ordered = 0;
        for (Path file : sources()) {
            for (var place : ORDERED.matcher(Files.readString(file)).results().toList()) {
                ordered++;
                if (!USE.matcher(place.group()).find()) {
                    withoutConstant.add(file + ": " + place.group());
                }
            }
        }
        assertThat(ordered).isGreaterThan(10);
        assertThat(withoutConstant).isEmpty();
    }

    private static List<Path> sources() {
        return Stream.of("src/main/java", "src/embedded/java")
                .flatMap(FilterOrderTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(String directory) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
