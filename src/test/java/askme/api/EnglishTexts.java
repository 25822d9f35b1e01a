package askme.api;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The texts of the document, from the places that have them already: the message bundles, and the comments of the records. */
final class EnglishTexts {

    private static final Pattern PARAMETER = Pattern.compile("(?s)@param (\\w+) (.*?)(?=\\n \\* @|\\n \\*/)");

    private EnglishTexts() {}

    /** The English texts of {@code bundle} by their keys. */
    static Map<String, String> of(String bundle) {
        Properties properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + "_en.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    /** The texts of the comment of a record about its components. */
    static Map<String, String> components(Class<?> record) {
        Map<String, String> texts = new LinkedHashMap<>();
        PARAMETER.matcher(source(record)).results().forEach(found -> texts.put(found.group(1), plain(found.group(2))));
        return texts;
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(Path.of("src/main/java/" + type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\n \\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .strip();
    }
}
