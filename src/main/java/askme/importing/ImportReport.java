package askme.importing;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report of an import: how many rows of each kind, and what was changed or left out, with file and line. */
public final class ImportReport {

    /** The number of examples that the terminal shows of each kind. A file has all of them. */
    static final int SHOWN = 20;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private final Map<String, List<String>> examples = new TreeMap<>();
    private final PrintWriter all;

    /** @param all gets every note; null for none */
    public ImportReport(PrintWriter all) {
        this.all = all;
    }

    /** Adds {@code rows} to what was imported. */
    public synchronized void count(String what, long rows) {
        counts.merge(what, rows, Long::sum);
    }

    /** Notes that something was changed or left out. */
    public synchronized void note(String kind, String where, String what) {
        notes.merge(kind, 1L, Long::sum);
        String line = where + (what.isEmpty() ? "" : ": " + what);
        List<String> shown = examples.computeIfAbsent(kind, key -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(line);
        }
        if (all != null) {
            all.println(kind + "\t" + line);
        }
    }

    /** Notes that {@code rows} rows were left out, without their lines. */
    public synchronized void note(String kind, long rows) {
        if (rows > 0) {
            notes.merge(kind, rows, Long::sum);
        }
    }

    /** How often something of this kind was noted. */
    public synchronized long noted(String kind) {
        return notes.getOrDefault(kind, 0L);
    }

    /** How many rows of this kind were imported. */
    public synchronized long counted(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The first notes of a kind. */
    public synchronized List<String> examples(String kind) {
        return List.copyOf(examples.getOrDefault(kind, List.of()));
    }

    synchronized boolean isEmpty() {
        return notes.isEmpty() && counts.values().stream().allMatch(rows -> rows == 0);
    }

    synchronized void print(PrintStream out, boolean dry) {
        if (isEmpty()) {
            out.println("There was nothing to import.");
            return;
        }
        out.println(dry ? "It would import:" : "Imported:");
        counts.forEach((what, rows) -> {
            if (rows != 0) {
                out.printf("  %,12d %s%n", rows, what);
            }
        });
        out.println(notes.isEmpty() ? "Nothing was changed or left out." : "Changed or left out:");
        notes.forEach((kind, times) -> {
            out.printf("  %,12d %s%n", times, kind);
            List<String> shown = examples.getOrDefault(kind, List.of());
            shown.forEach(line -> out.println("               " + line));
            if (!shown.isEmpty() && times > shown.size()) {
                out.println("               …");
            }
        });
    }
}
