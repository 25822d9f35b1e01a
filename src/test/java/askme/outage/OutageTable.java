package askme.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The findings as a table in Markdown, in the order of the parts and faults. */
final class OutageTable {

    static final Path FILE = Path.of("target", "outages.md");

    private static final String HEAD = "| part | fault | "
            + Arrays.stream(Duty.values()).map(Duty::toString).collect(Collectors.joining(" | "))
            + " | flows after | mail twice | live twice | threads | connections |";

    private final Map<String, Findings> found = new ConcurrentHashMap<>();

    void add(Findings findings) {
        found.put(key(findings.cell().part(), findings.cell().fault()), findings);
    }

    /** Writes all rows to {@link #FILE}. A row without findings says why. */
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add("|" + " --- |".repeat(Duty.values().length + 7));
        for (Part part : Part.values()) {
            for (Fault fault : Fault.values()) {
                Findings findings = found.get(key(part, fault));
                lines.add(findings == null ? without(part, fault) : row(findings));
            }
        }
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }

    private static String row(Findings findings) {
        List<String> cells = new ArrayList<>();
        cells.add(findings.cell().part().toString());
        cells.add(findings.cell().fault().toString());
        findings.seen().values().forEach(seen -> cells.add(seen(seen)));
        cells.add(
                findings.flowsAfterMs() < 0
                        ? "not within 30 s"
                        : String.format("%.1f s", findings.flowsAfterMs() / 1000.0));
        Findings.Deliveries deliveries = findings.deliveries();
        cells.add(deliveries.mailsTwice() + " of " + deliveries.answers());
        cells.add(deliveries.publicationsTwice() + " of " + deliveries.answers());
        cells.add(findings.before().threads() + " → " + findings.after().threads());
        cells.add(findings.before().connections() + " → " + findings.after().connections());
        return "| " + String.join(" | ", cells) + " |"
                + (findings.broken().isEmpty() ? "" : " " + String.join("; ", findings.broken()));
    }

    private static String seen(Findings.Seen seen) {
        String statuses = seen.statuses().stream().map(Object::toString).collect(Collectors.joining("/"));
        return statuses + " · " + seen.longestMs() + " ms";
    }

    private static String without(Part part, Fault fault) {
        String reason = Matrix.meaningless(part, fault).orElse("not run");
        return "| " + part + " | " + fault + " | " + reason + " |"
                + String.join("", Collections.nCopies(Duty.values().length + 4, " |"));
    }

    private static String key(Part part, Fault fault) {
        return part.name() + " " + fault.name();
    }
}
