package askme.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of costs in {@code docs/security.md}. */
final class CostTable {

    private static final String HEADING = "## The cost of one request";

    private CostTable() {}

    /** A row of the table. */
    record Row(String rate, String request, String answerKb, String cpuMs) {

        private long answerBytes() {
            return Long.parseLong(answerKb.replace(",", "")) * 1000;
        }
    }

    /** The rows by route. */
    static Map<String, Row> read() throws IOException {
        String text = Files.readString(Path.of("docs/security.md"));
        assertThat(text).contains(HEADING);
        String section = text.substring(text.indexOf(HEADING) + HEADING.length());
        int next = section.indexOf("\n## ");
        Map<String, Row> rows = new TreeMap<>();
        (next < 0 ? section : section.substring(0, next))
                .lines()
                .filter(line -> line.matches("\\| `(GET|POST|PUT|PATCH|DELETE) .*"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .forEach(cells -> rows.put(
                        cells.get(1).replace("`", ""),
                        new Row(cells.get(2), cells.get(3), cells.get(4), cells.get(5))));
        return rows;
    }

    /** The routes of {@code costs} that sent a larger answer than the table says. */
    static List<String> exceeded(Map<String, Fuzzer.Cost> costs) throws IOException {
        Map<String, Row> rows = read();
        return costs.entrySet().stream()
                .filter(cost ->
                        cost.getValue().bytes() > rows.get(cost.getKey()).answerBytes())
                .map(cost -> cost.getKey() + ": " + cost.getValue().bytes() + " bytes")
                .toList();
    }
}
