package askme.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** For any colour that an administrator chooses, links and buttons can be read in both themes. */
class PaletteTest {

    private static final double TEXT = 4.5;
    private static final double SIGN = 3;
    private static final Pattern TOKEN = Pattern.compile(
            "(--[a-z-]+): ?(?:light-dark\\(|var\\(--light, )(#[0-9a-f]{6})(?:, |\\) var\\(--dark, )(#[0-9a-f]{6})\\)");
    private static final List<String> GROUNDS = List.of("--page", "--surface", "--sunken", "--raised", "--hover");

    @Test
    void everyColourCanBeRead() throws Exception {
        String tokens = Files.readString(Path.of("src/main/web/css/tokens.css"));
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String chosen = i < EDGES.size() ? EDGES.get(i) : String.format("#%06x", random.nextInt(1 << 24));
            String css = Palette.of(chosen).css();
            for (boolean dark : List.of(false, true)) {
                String theme = chosen + (dark ? " dark" : " light");
                Colour brand = token(css, "--brand", dark);
                for (String ground : GROUNDS) {
                    assertThat(brand.contrast(token(tokens, ground, dark)))
                            .as(theme + ground)
                            .isGreaterThanOrEqualTo(TEXT);
                }
                assertThat(brand.contrast(token(css, "--brand-soft", dark)))
                        .as(theme)
                        .isGreaterThanOrEqualTo(TEXT);
                Colour text = token(css, "--on-brand", dark);
                assertThat(text.contrast(token(css, "--brand-solid", dark)))
                        .as(theme)
                        .isGreaterThanOrEqualTo(TEXT);
                assertThat(text.contrast(token(css, "--brand-solid-hover", dark)))
                        .as(theme)
                        .isGreaterThanOrEqualTo(TEXT);
                Colour check = token(css, "--brand-check", dark);
                assertThat(check.contrast(Colour.WHITE)).as(theme).isGreaterThanOrEqualTo(SIGN);
                assertThat(check.contrast(token(tokens, "--surface", dark)))
                        .as(theme)
                        .isGreaterThanOrEqualTo(SIGN);
            }
        }
    }

    private static final List<String> EDGES =
            List.of("#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#808080", "#0a6079");

    @Test
    void readableColourStaysAsItIs() {
        assertThat(Palette.of("#0a6079").light()).hasToString("#0a6079");
    }

    private static Colour token(String css, String name, boolean dark) {
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            if (token.group(1).equals(name)) {
                return Colour.of(token.group(dark ? 3 : 2));
            }
        }
        throw new AssertionError("no " + Map.of(name, css));
    }
}
