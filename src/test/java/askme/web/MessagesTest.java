package askme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import askme.web.page.Plurals;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages have the same texts, and templates contain no text. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final Pattern PLURAL = Pattern.compile("\\.plural\\(([^)]*)\\)");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|label)=\"([^\"]*\\p{L}[^\"]*)\"");
    /** A text as an argument of a tag ({@code label='Your name'}) or as a default value. */
    private static final Pattern TEXT_ARGUMENT =
            Pattern.compile("(?:\\b(?:label|hint|title|heading)=|\\?:\\s*)'([^']*(?:\\p{Lu}|\\s|[а-яё])[^']*)'");
    /** Names of languages, names of keys, code and styles are the same in every language. */
    private static final Pattern ALLOWED = Pattern.compile(
            "English|Русский|\\(Ctrl\\+(?:Shift\\+)?[A-Z8.]\\)|<code>[^<]*</code>|<style>[^<]*</style>");

    static List<Path> englishBundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return Stream.concat(
                            files.filter(f -> f.toString().endsWith("_en.properties")),
                            Stream.of(RESOURCES.resolve("ValidationMessages.properties")))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void bothLanguagesHaveTheSameKeys(Path english) throws IOException {
        assertThat(read(russian(english)).keySet())
                .isNotEmpty()
                .isEqualTo(read(english).keySet());
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void bothLanguagesHaveTheSamePlaceholders(Path english) throws IOException {
        Map<String, String> texts = read(english);
        read(russian(english))
                .forEach((key, text) -> assertThat(placeholders(text)).as(key).isEqualTo(placeholders(texts.get(key))));
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void noTextIsEmpty(Path english) throws IOException {
        assertThat(read(english).values()).noneMatch(String::isBlank);
        assertThat(read(russian(english)).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void englishHasTwoPluralFormsAndRussianThree(Path english) throws IOException {
        assertThat(pluralForms(read(english))).allMatch(n -> n == 2);
        assertThat(pluralForms(read(russian(english)))).allMatch(n -> n == 3);
    }

    @Test
    void russianIsWrittenInCyrillic() throws IOException {
        List<String> latin = new ArrayList<>();
        for (Path english : englishBundles()) {
            Map<String, String> texts = read(english);
            read(russian(english)).forEach((key, text) -> {
                // Examples of input are the same in both languages.
                boolean example = key.startsWith("example_");
                if (!example
                        && text.equals(texts.get(key))
                        && text.matches(".*[a-z]{3}.*")
                        && !text.contains("AskMe")) {
                    latin.add(english.getFileName() + ": " + key);
                }
            });
        }
        assertThat(latin).as("not translated").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesContainNoText(Path template) throws IOException {
        assertThat(textsIn(Files.readString(template))).isEmpty();
    }

    @Test
    void textInATemplateIsFound() {
        assertThat(textsIn("<p class=\"x\">{msg:site} Hello</p>")).containsExactly("Hello");
        assertThat(textsIn("<a title=\"Go on\">{x}</a>")).containsExactly("Go on");
        assertThat(textsIn("{#field label='Your name' /}")).containsExactly("Your name");
        assertThat(textsIn("{@java.util.List<X> it}<p title=\"{msg:a}\">{#if a == 'b'}·{/if}</p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,many",
        "1,one",
        "2,few",
        "4,few",
        "5,many",
        "11,many",
        "12,many",
        "14,many",
        "21,one",
        "22,few",
        "111,many",
        "121,one",
        "-1,one"
    })
    void russianPluralsFollowTheLastDigits(int number, String form) {
        assertThat(Plurals.plural(number, "one", "few", "many")).isEqualTo(form);
    }

    @Test
    void englishPluralFormsAreOneAndOther() {
        assertThat(Map.of(
                        0, Plurals.plural(0, "a", "b"), 1, Plurals.plural(1, "a", "b"), 2, Plurals.plural(2, "a", "b")))
                .containsOnly(entry(0, "b"), entry(1, "a"), entry(2, "b"));
    }

    /** Visible texts in {@code template} that come from no message bundle. */
    private static List<String> textsIn(String template) {
        String checked =
                ALLOWED.matcher(template.replaceAll("(?s)\\{!.*?!}", "")).replaceAll("");
        List<String> found = new ArrayList<>(
                TEXT_ARGUMENT.matcher(checked).results().map(m -> m.group(1)).toList());
        String html = checked.replaceAll("\\{[^{}]*}", "");
        SHOWN_ATTRIBUTE.matcher(html).results().map(m -> m.group(1).strip()).forEach(found::add);
        for (String text :
                html.replaceAll("(?s)<[^>]*>", "\n").replaceAll("&\\w+;", "").split("\n")) {
            if (text.codePoints().anyMatch(Character::isLetter)) {
                found.add(text.strip());
            }
        }
        return found;
    }

    private static List<Integer> pluralForms(Map<String, String> texts) {
        return texts.values().stream()
                .flatMap(text -> PLURAL.matcher(text).results())
                .map(m -> m.group(1).split("','").length)
                .toList();
    }

    private static Map<String, Integer> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().collect(Collectors.toMap(m -> m.group(1), m -> 1, (a, b) -> 1));
    }

    private static Path russian(Path english) {
        String name = english.getFileName().toString().replaceFirst("(_en)?\\.properties", "_ru.properties");
        return english.resolveSibling(name);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
