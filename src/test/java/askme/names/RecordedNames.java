package askme.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of recorded names: sections with one name a line. A name that was added after the first record begins with "+ ". */
final class RecordedNames {

    /** System property: names that are new are written into the file. No name is ever removed. */
    static final String WRITE = "external-names.write";

    private static final String LIST = "\\{.*}|[\\w -]+ \\[.*]";
    private static final Pattern TEXT = Pattern.compile("(?<column>\\S+) varchar\\((?<length>\\d+)\\)(?<rest>.*)");

    private static final Path FILE = Path.of("src/test/resources/askme/external-names.txt");
    private static final String LATER = "+ ";

    private final List<String> header = new ArrayList<>();
    private final SortedMap<String, SortedMap<String, Boolean>> sections = new TreeMap<>();

    RecordedNames() {
        SortedMap<String, Boolean> section = null;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new TreeMap<>());
            } else if (section == null) {
                header.add(line);
            } else if (!line.isBlank()) {
                boolean later = line.startsWith(LATER);
                section.put(later ? line.substring(LATER.length()) : line, later);
            }
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the names of the first record, with their sections. */
    String firstRecord() {
        StringBuilder first = new StringBuilder();
        sections.forEach((section, names) -> names.forEach((name, later) -> {
            if (!later) {
                first.append(section).append('\t').append(name).append('\n');
            }
        }));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(first.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The differences between the sections of {@code current} and the file, one a line. With {@link #WRITE} new names are
     * recorded first.
     */
    List<String> differences(Names current) {
        List<String> differences = new ArrayList<>();
        Map<String, SortedSet<String>> added = new LinkedHashMap<>();
        current.sections().forEach((section, names) -> {
            SortedMap<String, Boolean> recorded = sections.getOrDefault(section, new TreeMap<>());
            recorded.keySet().stream()
                    .filter(name -> !names.contains(name) && names.stream().noneMatch(found -> extended(name, found)))
                    .forEach(name -> differences.add("MISSING [" + section + "] " + name));
            names.stream().filter(name -> !recorded.containsKey(name)).forEach(name -> added.computeIfAbsent(
                            section, s -> new TreeSet<>())
                    .add(name));
        });
        if (Boolean.getBoolean(WRITE)) {
            added.forEach((section, names) -> names.forEach(name ->
                    sections.computeIfAbsent(section, s -> new TreeMap<>()).put(name, true)));
            write();
        } else {
            added.forEach(
                    (section, names) -> names.forEach(name -> differences.add("ADDED   [" + section + "] " + name)));
        }
        return differences;
    }

    /**
     * Whether {@code found} is {@code name} with something added: a JSON record or a health check with more members, a route with its
     * media type, a column with room for a longer text.
     */
    private static boolean extended(String name, String found) {
        int list = name.startsWith("{") ? 0 : name.indexOf(" [") + 1;
        if (name.matches(LIST) && found.matches(LIST) && found.startsWith(name.substring(0, list + 1))) {
            return members(found.substring(list)).containsAll(members(name.substring(list)));
        }
        return found.startsWith(name + " ") || longer(TEXT.matcher(name), TEXT.matcher(found));
    }

    private static boolean longer(Matcher name, Matcher found) {
        return name.matches()
                && found.matches()
                && name.group("column").equals(found.group("column"))
                && name.group("rest").equals(found.group("rest"))
                && Integer.parseInt(found.group("length")) > Integer.parseInt(name.group("length"));
    }

    private static Set<String> members(String json) {
        return Set.of(json.substring(1, json.length() - 1).split(", "));
    }

    private void write() {
        List<String> lines = new ArrayList<>(header);
        sections.forEach((section, names) -> {
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
                lines.add("");
            }
            lines.add("[" + section + "]");
            names.forEach((name, later) -> lines.add((later ? LATER : "") + name));
        });
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
