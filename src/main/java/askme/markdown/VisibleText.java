package askme.markdown;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.owasp.html.Encoding;

/** The characters of a text that a reader sees. */
public final class VisibleText {

    /** A character of these scripts says about as much as three Latin letters. */
    private static final Set<UnicodeScript> DENSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.KHMER);

    private static final int WEIGHT_OF_DENSE = 3;

    /** A reader sees a picture too, but it says less than the words that a post needs. */
    private static final String PICTURE = "\u25a3";

    private VisibleText() {}

    /** The text of the rendered {@code markdown}, without list marks and other decoration. */
    static String of(String markdown) {
        String text = Markdown.render(markdown)
                .html()
                .replaceAll("<img [^>]*>", PICTURE)
                .replaceAll("<[^>]*>", "");
        return Encoding.decodeHtml(text, false);
    }

    /** The number of visible characters of {@code line}. Each of a script with dense writing counts as three. */
    public static int lengthOfLine(String line) {
        return line.codePoints()
                .filter(c -> UserInput.isVisible(c) && Character.getType(c) != Character.COMBINING_SPACING_MARK)
                .map(c -> DENSE.contains(UnicodeScript.of(c)) ? WEIGHT_OF_DENSE : 1)
                .sum();
    }

    /** The number of visible characters of the rendered {@code markdown}, counted as in a line. */
    public static int lengthOfPost(String markdown) {
        return lengthOfLine(of(markdown));
    }
}
