package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fields for passwords hide the text, and password managers may fill them (ASVS 5.0, 6.2.6 and 6.2.7). */
class PasswordFieldsTest {

    private static final Pattern FIELD = Pattern.compile("\\{#field name='(\\w*[pP]assword\\w*)'[^}]*}");

    @Test
    void eachFieldIsHiddenAndNamesItsKind() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> fields = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> FIELD.matcher(read(file)).results().map(MatchResult::group))
                    .toList();
            assertThat(fields)
                    .hasSizeGreaterThan(10)
                    .allMatch(field -> field.contains("type='password'"))
                    .allMatch(field -> field.matches(".*autocomplete='(current|new)-password'.*"))
                    .noneMatch(field -> field.contains("limit=") || field.contains("behaviour="));
        }
    }

    /** Scripts handle pasting in the editor and in its pictures only. */
    @Test
    void noScriptKeepsPeopleFromPasting() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/web/js"))) {
            assertThat(files.filter(file -> read(file).contains("'paste'"))
                            .map(file -> file.getFileName().toString()))
                    .containsOnly("paste.js", "pictures.js");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
