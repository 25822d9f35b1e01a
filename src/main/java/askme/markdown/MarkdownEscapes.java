package askme.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes the signs of a text that Markdown would read as marks. */
final class MarkdownEscapes {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\\\\]+");
    private static final String SPECIAL = "\\`*_[]<>&~|!";

    private MarkdownEscapes() {}

    /** The text, in which web addresses stay as they are: the renderer makes links of them. */
    static String textWithAddresses(String text) {
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (Matcher address = ADDRESS.matcher(text); address.find(); done = address.end()) {
            escape(text, done, address.start(), written);
            written.append('<').append(address.group()).append('>');
        }
        escape(text, done, text.length(), written);
        return written.toString();
    }

    static String text(String text) {
        StringBuilder written = new StringBuilder();
        escape(text, 0, text.length(), written);
        return written.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder written) {
        for (int i = from; i < to; i++) {
            if (SPECIAL.indexOf(text.charAt(i)) >= 0 && !isHarmless(text, i, to)) {
                written.append('\\');
            }
            written.append(text.charAt(i));
        }
    }

    private static boolean isHarmless(String text, int i, int end) {
        boolean before = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
        char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
        return switch (text.charAt(i)) {
            case '_' -> before && Character.isLetterOrDigit(next);
            case '&', '<' -> next == ' ';
            case '>' -> true;
            case '!' -> i + 1 < end;
            default -> false;
        };
    }
}
