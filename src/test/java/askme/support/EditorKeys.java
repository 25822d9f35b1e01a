package askme.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key strokes of the editor with their effects, from {@code askme/editor/keys.txt}. The tests of the scripts read it too. */
public final class EditorKeys {

    private static final Path FILE = Path.of("src/test/resources/askme/editor/keys.txt");
    private static final Pattern LINE = Pattern.compile("(.+?): (.*) → (.*)");

    private EditorKeys() {}

    /** A text with a selection. */
    public record State(String value, int start, int end) {

        static State of(String written) {
            String text = written.replace('⏎', '\n').replace('␣', ' ');
            int start = text.indexOf('«');
            return new State(text.replaceAll("[«»]", ""), start, text.indexOf('»') - 1);
        }

        /** The text with « and » around its selection. */
        public String marked() {
            return value.substring(0, start) + "«" + value.substring(start, end) + "»" + value.substring(end);
        }
    }

    /** A press of {@code key}: a button's name, a key, or "paste" and a text. */
    public record Stroke(String key, State before, State after) {}

    public static List<Stroke> all() {
        try (var lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(EditorKeys::stroke)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stroke stroke(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException(line);
        }
        State before = State.of(parts.group(2));
        State after = parts.group(3).equals("same") ? before : State.of(parts.group(3));
        return new Stroke(parts.group(1), before, after);
    }
}
