package askme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds habits of style that make text hard to read, in the files of this project. */
final class PlainEnglish {

    /** The aim is 20 words; above this a sentence is refused. */
    static final int MOST_WORDS = 35;

    private static final Path RESOURCES = Path.of("src/test/resources/askme");

    /** @param example a sentence that the expression finds */
    record Habit(Pattern pattern, String advice, String example) {}

    /** A sentence of {@code file} that contains {@code words} is accepted. */
    record Allowed(String file, String words, String reason) {}

    record Finding(String file, int line, String words, String advice, String sentence) {
        @Override
        public String toString() {
            return file + ":" + line + ": \"" + words + "\": " + advice + "\n      " + sentence;
        }
    }

    /** Files that are not ours to write, or cannot change, each with its reason. */
    private static final List<Pattern> NOT_OURS = List.of(
            // Sample posts that the fill command writes: prose of imagined members.
            Pattern.compile("src/main/resources/fill/.*"),
            // Merged migrations: Flyway compares their checksums, so not even a comment can change.
            Pattern.compile("src/main/resources/db/migration/V(1|2|3|4|5|6|9|10|11)__.*"),
            // Another package's list of words and the standard text of the licence.
            Pattern.compile("src/main/web/icons\\.txt|src/main/resources/askme/search/stopwords\\.txt|LICENSE"),
            // These two quote what they refuse.
            Pattern.compile("src/test/resources/askme/plain-english.*|src/test/java/askme/PlainEnglish.*"));

    private static final Pattern READ = Pattern.compile(
            "(.*/)?[^/]+\\.(java|js|mjs|css|scss|html|lua|sql|sh|md|properties|yml|yaml|conf|template|jvm|native-micro)"
                    + "|pom\\.xml|docs/grafana\\.json|mvnw|\\.env\\.example|\\.dockerignore|\\.gitignore|\\.editorconfig"
                    + "|(bin|bench|\\.ci)/[^.]+|src/(main|test)/docker/[^.]+");

    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", ".git", ".askme", ".askme-bench", ".idea", ".vscode", "backups");

    final List<Habit> habits = new ArrayList<>();
    final List<Allowed> exceptions = new ArrayList<>();
    private final Set<Allowed> used = new HashSet<>();

    PlainEnglish() {
        for (String[] columns : table("plain-english.txt")) {
            habits.add(new Habit(Pattern.compile(columns[0], Pattern.CASE_INSENSITIVE), columns[1], columns[2]));
        }
        for (String[] columns : table("plain-english-allowed.txt")) {
            exceptions.add(new Allowed(columns[0], columns[1], columns[2]));
        }
    }

    private static List<String[]> table(String name) {
        try (var lines = Files.lines(RESOURCES.resolve(name))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" => "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the project that hold prose of ours, relative to its directory. */
    static Set<String> files() {
        Set<String> found = new TreeSet<>();
        collect(Path.of(""), found);
        return found;
    }

    private static void collect(Path directory, Set<String> found) {
        try (var children = Files.newDirectoryStream(directory.resolve("."))) {
            for (Path child : children) {
                Path path = child.normalize();
                String name = path.toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    if (!SKIPPED.contains(path.getFileName().toString())) {
                        collect(path, found);
                    }
                } else if (READ.matcher(name).matches()
                        && NOT_OURS.stream().noneMatch(p -> p.matcher(name).matches())) {
                    found.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> check(String file) {
        try {
            return check(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> check(String file, String text) {
        List<Finding> found = new ArrayList<>();
        for (Prose.Sentence sentence : Prose.of(file, text)) {
            List<Allowed> accepted = exceptions.stream()
                    .filter(e -> e.file.equals(file) && sentence.text().contains(e.words))
                    .toList();
            used.addAll(accepted);
            if (!accepted.isEmpty()) {
                continue;
            }
            for (Habit habit : habits) {
                Matcher matcher = habit.pattern.matcher(sentence.text());
                if (matcher.find()) {
                    String words = matcher.group().strip();
                    String shown = words.length() > 40 ? words.substring(0, 40) + "…" : words;
                    found.add(new Finding(file, sentence.line(), shown, habit.advice, sentence.text()));
                }
            }
            if (sentence.counted() && sentence.words() > MOST_WORDS) {
                String length = sentence.words() + " words";
                found.add(new Finding(file, sentence.line(), length, "make it two sentences", sentence.text()));
            }
        }
        return found;
    }

    /** Exceptions that no sentence needed in the files checked so far. */
    List<Allowed> unused() {
        return exceptions.stream().filter(e -> !used.contains(e)).toList();
    }
}
