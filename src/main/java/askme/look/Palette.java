package askme.look;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The colours of links and buttons in both themes, from one colour that somebody chose. Text has a contrast of at least 4.5 to every background that it has, for any colour (WCAG 2.2, 1.4.3); signs have 3 (1.4.11).
 *
 * @param light links and buttons of the light theme
 * @param dark the same of the dark theme
 */
record Palette(Colour light, Colour dark) {

    /** The colour of the style sheet. */
    static final String USUAL = "#0a6079";

    /** The links of the style sheet in the dark theme. */
    static final String USUAL_DARK = "#62c4dd";

    private static final double TEXT = 4.6;
    private static final double SIGN = 3.1;
    private static final double STEP = 0.02;

    /** The backgrounds of {@code tokens.css} that have links on them. */
    private static final List<Colour> LIGHT_GROUNDS =
            List.of(Colour.of("#f3f5f6"), Colour.of("#f0f4f5"), Colour.of("#fff4dc"), Colour.of("#fdeceb"));

    private static final List<Colour> DARK_GROUNDS =
            List.of(Colour.of("#1b2328"), Colour.of("#1c252a"), Colour.of("#33280f"), Colour.of("#3a1c1a"));

    private static final Colour DARK_SURFACE = Colour.of("#151b1f");

    static Palette of(String accent) {
        Colour chosen = Colour.of(accent);
        return new Palette(
                readable(chosen, Colour.BLACK, LIGHT_GROUNDS, Palette::softOfLight),
                readable(chosen, Colour.WHITE, DARK_GROUNDS, Palette::softOfDark));
    }

    /** {@code colour}, mixed with as little of {@code more} as makes it readable on all grounds and on its own soft one. */
    private static Colour readable(Colour colour, Colour more, List<Colour> grounds, Function<Colour, Colour> soft) {
        for (double part = 0; part < 1; part += STEP) {
            Colour mixed = colour.mixed(more, part);
            if (mixed.contrast(soft.apply(mixed)) >= TEXT
                    && grounds.stream().allMatch(ground -> mixed.contrast(ground) >= TEXT)) {
                return mixed;
            }
        }
        return more;
    }

    private static Colour softOfLight(Colour colour) {
        return Colour.WHITE.mixed(colour, 0.12);
    }

    private static Colour softOfDark(Colour colour) {
        return DARK_SURFACE.mixed(colour, 0.16);
    }

    private Colour inkOnDark() {
        return dark.mixed(Colour.BLACK, 0.86);
    }

    /** The ground of a checked box in the dark theme: its tick is white, and it differs from the page. */
    private Colour checkOfDark() {
        for (double part = 0; part < 1; part += STEP) {
            Colour mixed = light.mixed(Colour.WHITE, part);
            if (mixed.contrast(DARK_SURFACE) >= SIGN) {
                return mixed;
            }
        }
        return dark;
    }

    /** The style sheet that replaces the colours of {@code tokens.css}. */
    String css() {
        Map<String, String> values = new TreeMap<>();
        values.put("--brand", pair(light, dark));
        values.put("--brand-solid", pair(light, dark));
        values.put("--brand-solid-hover", pair(light.mixed(Colour.BLACK, 0.2), dark.mixed(Colour.WHITE, 0.2)));
        values.put("--on-brand", pair(Colour.WHITE, inkOnDark()));
        values.put("--brand-soft", pair(softOfLight(light), softOfDark(dark)));
        values.put("--brand-check", pair(light, checkOfDark()));
        values.put("--focus", pair(light, dark));
        StringBuilder css = new StringBuilder(":root{");
        values.forEach(
                (name, value) -> css.append(name).append(':').append(value).append(';'));
        return css.append("}\n").toString();
    }

    /** As the build writes {@code light-dark()}; see {@code light-dark.mjs}. */
    private static String pair(Colour light, Colour dark) {
        return "var(--light, " + light + ") var(--dark, " + dark + ")";
    }
}
