package askme.markdown;

/** Text as somebody typed it into a form. */
public final class UserInput {

    /** Fillers of Hangul and the empty Braille cell. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800";

    /** Far beyond what any field takes: enough to be refused and to be given back. */
    private static final int LONGEST_LINE = 2_000;

    private static final int LONGEST_TEXT = 200_000;

    /**
     * Embeddings, overrides and isolates: in one line they turn round what a page shows after it, and the letters of every
     * script run the right way without. The marks U+200E, U+200F and U+061C are no such thing.
     */
    private static final String TURNS = "[\\u202a-\\u202e\\u2066-\\u2069]";

    private UserInput() {}

    /** {@code text}, or as much of it as the form that comes back should hold. Null stays null. */
    public static String start(String text) {
        return start(text, LONGEST_LINE);
    }

    /** {@code text} without what turns the direction of the line it stands in. */
    static String straight(String text) {
        return text.replaceAll(TURNS, "");
    }

    private static String start(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /**
     * {@code text} with each end of line as one character, as the browser's {@code maxlength} counts it; a form sends it
     * as two (HTML, "constructing the entry list"). What does not print is gone; "" where nothing is to be seen. Null stays
     * null.
     */
    public static String lines(String text) {
        return text == null
                ? null
                : visible(start(text, LONGEST_TEXT)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""));
    }

    /** One line of it: what breaks lines, turns the direction or does not print is gone; "" where nothing is to be seen. Null stays null. */
    public static String line(String text) {
        return text == null
                ? null
                : visible(straight(start(text))
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .strip());
    }

    /** Spaces, joiners and marks of direction alone are a text that nobody can see or follow a link by. */
    private static String visible(String text) {
        return text.codePoints().anyMatch(UserInput::shows) ? text : "";
    }

    private static boolean shows(int codePoint) {
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
