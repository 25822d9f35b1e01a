package askme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents about security name each requirement and only tests that exist. */
class SecurityDocumentTest {

    private static final Path ASVS = Path.of("docs/asvs.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) +\\|(.*)\\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");

    /** How many requirements of level 1 and 2 each section of version 5.0.0 has. Those of level 3 come after them. */
    private static final Map<String, Integer> SECTIONS = Map.ofEntries(
            Map.entry("6.1", 3),
            Map.entry("6.2", 12),
            Map.entry("6.3", 4),
            Map.entry("6.4", 4),
            Map.entry("6.5", 5),
            Map.entry("6.6", 3),
            Map.entry("6.8", 4),
            Map.entry("7.1", 3),
            Map.entry("7.2", 4),
            Map.entry("7.3", 2),
            Map.entry("7.4", 5),
            Map.entry("7.5", 2),
            Map.entry("7.6", 2),
            Map.entry("10.1", 2),
            Map.entry("10.2", 2),
            Map.entry("10.3", 4),
            Map.entry("10.4", 11),
            Map.entry("10.5", 5),
            Map.entry("10.6", 2),
            Map.entry("10.7", 3));

    @Test
    void eachRequirementHasOneRow() throws IOException {
        List<String> expected = SECTIONS.entrySet().stream()
                .flatMap(section -> IntStream.rangeClosed(1, section.getValue())
                        .mapToObj(number -> section.getKey() + "." + number))
                .toList();
        assertThat(rows()).extracting(Row::number).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void eachAnswerIsPlainAndHasATest() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.answer()).as(row.number()).matches("(Yes|Partly|No|Not applicable)\\b.*\\.");
            if (row.answer().startsWith("Yes") || row.answer().startsWith("Partly")) {
                assertThat(row.test()).as(row.number()).containsPattern("`\\w+Test|not testable");
            }
        });
    }

    @Test
    void eachNamedTestExists() throws IOException {
        Map<String, List<Path>> classes;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            classes = files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", "")));
        }
        for (Path document : List.of(ASVS, Path.of("docs/security.md"))) {
            Matcher named = TEST.matcher(Files.readString(document));
            while (named.find()) {
                assertThat(classes.getOrDefault(named.group(1), List.of()))
                        .as("%s names %s", document, named.group())
                        .anyMatch(
                                file -> named.group(2) == null || read(file).contains("void " + named.group(2) + "("));
            }
        }
    }

    private record Row(String number, String answer, String test) {}

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(ASVS))
                .results()
                .map(row ->
                        new Row(row.group(1), row.group(2).strip(), row.group(3).strip()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
