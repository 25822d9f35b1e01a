package askme.markdown;

import java.text.Normalizer;

/** Cleans text that somebody typed into a form. */
public final class UserInput {

    /** Characters that are not visible: the fillers of Hangul, the empty Braille cell, placeholders of objects and notes. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800\ufffc\ud834\udd59";

    /** Longer than any field allows, so that a text that is too long is still refused and shown again in its form. */
    private static final int LONGEST_LINE = 2_000;

    private static final int LONGEST_TEXT = 200_000;

    /**
     * Embeddings, overrides and isolates. In a line they change the direction of the page's text after it, and no script
     * needs them. The marks U+200E, U+200F and U+061C do not have that effect.
     */
    private static final String DIRECTION_CONTROLS = "[\\u202a-\\u202e\\u2066-\\u2069]";

    private UserInput() {}

    /** {@code text} in form NFC, cut to the length that the form shows again. Null stays null. */
    public static String start(String text) {
        return start(text, LONGEST_LINE);
    }

    /** {@code text} without the characters that change the direction of the line around it. */
    static String withoutDirectionControls(String text) {
        return text.replaceAll(DIRECTION_CONTROLS, "");
    }

    private static String start(String text, int most) {
        return text == null ? null : normalized(text.length() <= most ? text : text.substring(0, most));
    }

    /** {@code text} in Unicode's form NFC. The same letters arrive in another form from file names of macOS. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * {@code text} with one character for each end of line, as the browser's {@code maxlength} counts it; a form sends two
     * (HTML, "constructing the entry list"). Control characters are removed. "" if no character is visible. Null stays null.
     */
    public static String lines(String text) {
        return text == null
                ? null
                : visible(start(text, LONGEST_TEXT)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""));
    }

    /**
     * {@code text} as one line, without line breaks, direction controls and control characters. "" if no character is visible.
     * Null stays null.
     */
    public static String line(String text) {
        return text == null
                ? null
                : visible(withoutDirectionControls(start(text))
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .strip());
    }

    /** One line of inline Markdown as a paragraph: its first signs begin no heading, list, quotation, code or definition. */
    public static String asBlock(String line) {
        return line.replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2")
                .replaceFirst(
                        "^([#>+=|-]|[*](?=\\s)|([*_-])(?=(?:\\s*\\2){2,}\\s*$)|```(?!.*`)|~~~|\\[[^\\]]*]:)", "\\\\$1");
    }

    /** A text of only spaces, joiners and marks of direction is invisible, and a link with it cannot be followed. */
    private static String visible(String text) {
        return isVisible(text) ? text : "";
    }

    /** Whether a reader sees any character of {@code text}. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(UserInput::isVisible);
    }

    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> BLANK_LETTERS.indexOf(codePoint) < 0;
        };
    }
}
