package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    /** A literal path in a template. Only the icon, which is a file, may have one. */
    private static final Pattern LITERAL_PATH =
            Pattern.compile("(?:href|action|src|data-[\\w-]*url)=[\"']/(?!icon\\.svg\")[^\"']*|}[?&]continue=");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/hot/", "/question/1/?page=2", "/tag/c%2B%2B/", "/search/?q=%D1%8F&sort=newest", "/@x"})
    void localPathIsUnchanged(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hot",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/a\\b",
                "\\/evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                " /hot/",
                "/hot/\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/hot/ x",
                "/a\"b",
                "/{x}",
                "/a^b|c",
                "/%zz",
                "/\u007f"
            })
    void unsafePathBecomesHome(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }

    @Test
    void nonAsciiLettersAreEncoded() {
        assertThat(LocalPath.of("/tag/да/?q=é")).isEqualTo("/tag/%D0%B4%D0%B0/?q=%C3%A9");
    }

    @Test
    void nullAndTooLongPathsBecomeHome() {
        assertThat(LocalPath.of(null)).isEqualTo("/");
        assertThat(LocalPath.of("/" + "a".repeat(2000))).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/question/{id}, 7, /question/7",
        "/question/{id}/answers, 7, /question/7/answers",
        "/tag/{tag}, c++, /tag/c%2B%2B",
        "/tag/{tag}, a/b, /tag/a%2Fb",
        "/login/?continue={back}, /hot/?page=2, /login/?continue=%2Fhot%2F%3Fpage%3D2"
    })
    void valueIsEncodedInThePattern(String pattern, String value, String address) {
        assertThat(LocalPath.with(pattern, value)).isEqualTo(address);
    }

    @Test
    void templatesContainNoPaths() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> literalPaths = files.filter(f -> f.toString().endsWith(".html"))
                    .flatMap(LocalPathTest::literalPaths)
                    .toList();
            assertThat(literalPaths).isEmpty();
        }
        assertThat(LITERAL_PATH.matcher("<a href=\"/hot/\">").find()).isTrue();
    }

    private static Stream<String> literalPaths(Path template) {
        try {
            return LITERAL_PATH
                    .matcher(Files.readString(template))
                    .results()
                    .map(found -> template.getFileName() + ": " + found.group());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
