package askme.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of costs in {@code docs/security.md}. */
final class CostTable {

    /** Their processor time is the limit of the decoder. */
    static final List<String> WITH_UPLOAD =
            List.of("POST /signup", "POST /profile/edit", "POST /pictures", "POST /admin/settings/pictures");

    private static final String HEADING = "## The cost of one request";
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:GET|POST|PUT|PATCH|DELETE) [^`]*)` .*\\|$");
    private static final int STEP_MS = 10;

    private CostTable() {}

    /** A row of the table. */
    record Row(String rate, String request, String answerKb, String cpuMs) {

        private long answerBytes() {
            return Long.parseLong(answerKb.replace(",", "")) * 1000;
        }
    }

    /** The rows by route. */
    static Map<String, Row> read() throws IOException {
        String text = Files.readString(DOCUMENT);
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

    /** All rows beside what was measured, one a line. A route without a figure was not reached. */
    static String compared(Map<String, Row> rows, Map<String, Fuzzer.Cost> costs) {
        StringBuilder text =
                new StringBuilder("| address | KB in the table | KB measured | CPU in the table | CPU measured |\n"
                        + "| ------- | --------------: | ----------: | ---------------: | -----------: |\n");
        rows.forEach((route, row) -> {
            Fuzzer.Cost cost = costs.get(route);
            String kb = cost == null ? "-" : Long.toString((cost.bytes() + 999) / 1000);
            String ms = cost == null ? "-" : Long.toString(cost.processor().toMillis());
            text.append("| `%s` | %s | %s | %s | %s |\n".formatted(route, row.answerKb, kb, row.cpuMs, ms));
        });
        return text.toString();
    }

    /** Writes the measured processor times into the document. */
    static void write(Map<String, Fuzzer.Cost> costs) throws IOException {
        Files.writeString(DOCUMENT, withTimes(Files.readString(DOCUMENT), costs));
    }

    /** The document with the measured processor times, rounded up to tens. The other cells stay. */
    static String withTimes(String document, Map<String, Fuzzer.Cost> costs) {
        return ROW.matcher(document).replaceAll(row -> {
            Fuzzer.Cost cost = costs.get(row.group(1));
            if (cost == null || WITH_UPLOAD.contains(row.group(1))) {
                return Matcher.quoteReplacement(row.group());
            }
            String line = row.group();
            int cell = line.lastIndexOf('|', line.length() - 2) + 1;
            int width = line.length() - 1 - cell;
            long ms = Math.max(1, (cost.processor().toMillis() + STEP_MS - 1) / STEP_MS) * STEP_MS;
            return Matcher.quoteReplacement(
                    line.substring(0, cell) + padded(" " + String.format(Locale.ROOT, "%,d", ms), width) + "|");
        });
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
