package askme.fill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A file of words under {@code fill/}. A section begins with {@code [name]}. Its entries are lines, or blocks between lines
 * of {@code %}.
 */
public final class Vocabulary {

    private final String file;
    private final Map<String, List<String>> sections;

    private Vocabulary(String file, Map<String, List<String>> sections) {
        this.file = file;
        this.sections = sections;
    }

    /** The sections of a file whose entries are lines. */
    static Vocabulary ofLines(String file) {
        return new Vocabulary(file, read(file, text -> text.lines().toList()));
    }

    /** The sections of a file whose entries may have several lines. */
    static Vocabulary ofBlocks(String file) {
        return new Vocabulary(file, read(file, text -> List.of(text.split("\n%\n"))));
    }

    /** The lines of a file without sections, split at {@code |}. */
    static List<String[]> table(String file) {
        return text(file).lines().map(line -> line.split("\\|")).toList();
    }

    /** The entries of a section. A missing section is a programming error. */
    List<String> all(String section) {
        List<String> entries = sections.get(section);
        if (entries == null) {
            throw new IllegalArgumentException("no section [" + section + "] in fill/" + file);
        }
        return entries;
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    String any(String section, SplittableRandom random) {
        List<String> entries = all(section);
        return entries.get(random.nextInt(entries.size()));
    }

    /** {@code count} different entries; fewer if the section does not have so many. */
    List<String> some(String section, int count, SplittableRandom random) {
        List<String> entries = all(section);
        int first = random.nextInt(entries.size());
        int step = 1 + random.nextInt(Math.max(1, entries.size() / Math.max(1, count)));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(count, entries.size()); i++) {
            String entry = entries.get((first + i * step) % entries.size());
            if (!chosen.contains(entry)) {
                chosen.add(entry);
            }
        }
        return chosen;
    }

    private static Map<String, List<String>> read(String file, Function<String, List<String>> entries) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (String part : ("\n" + text(file)).split("\n\\[(?=[\\p{Lower}+#-]+]\n)")) {
            int end = part.indexOf("]\n");
            if (end > 0) {
                sections.put(part.substring(0, end), entries.apply(part.substring(end + 2)));
            }
        }
        return sections;
    }

    public static String text(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/fill/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
