package askme.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;

/** Writes a table. Its first row is the header, which Markdown requires. */
final class TableWriter {

    private final MarkdownWriter writer;

    TableWriter(MarkdownWriter writer) {
        this.writer = writer;
    }

    List<String> write(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            rows.add(row.children().stream().map(this::cell).toList());
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> written = new ArrayList<>();
        for (Element caption : table.select("> caption")) {
            written.add(writer.inline(caption));
        }
        if (columns > 0) {
            written.add(lines(rows, columns));
        }
        return written;
    }

    private String cell(Element cell) {
        return writer.inline(cell).replace("\\\n", " ").replace('\n', ' ').replaceAll("(?<!\\\\)\\|", "\\\\|");
    }

    private static String lines(List<List<String>> rows, int columns) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            cells.addAll(Collections.nCopies(columns - row.size(), ""));
            lines.add("| " + String.join(" | ", cells) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(columns));
            }
        }
        return String.join("\n", lines);
    }
}
