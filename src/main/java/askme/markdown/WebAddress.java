package askme.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.Encoding;

/**
 * A web address that somebody typed into a text without marking it as a link, such as {@code https://example.org/a_b}.
 *
 * @param address the address, without backslashes that escape a character and without entities
 * @param length the number of typed characters
 */
record WebAddress(String address, int length) {

    /** Longer addresses are cut. A bound keeps the work linear if a text has only beginnings of addresses. */
    static final int LONGEST = 2_000;

    private static final Pattern BEGINNING = Pattern.compile("(?i)(?:https?://|www\\.)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final String NEVER = "<>\"`\\";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String NOT_LAST = "?!.,:;'" + OPENING;
    private static final String EMPHASIS = "*_~";
    private static final String DASHES_BETWEEN_SENTENCES = "\u2014\u2015\u2e3a\u2e3b\u301c\u3030";

    /** The middle dots of Catalan and Japanese names, and the joiners of Persian and Indic words. */
    private static final String BETWEEN_LETTERS = "\u00b7\u30fb\u200c\u200d";

    /** A typed character: its code point, and the index after it in the source. */
    private record Typed(int codePoint, int end) {}

    /** The beginning of an address in {@code text}: its scheme, or {@code www.}; empty if the text begins otherwise. */
    static Optional<String> beginning(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        return beginning.lookingAt() ? Optional.of(beginning.group()) : Optional.empty();
    }

    /**
     * The address at the start of {@code source}; empty if no host follows the beginning. Punctuation that more likely
     * belongs to the sentence is left out.
     *
     * @param emphasised whether the address is inside of emphasis that this character ends
     */
    static Optional<WebAddress> at(String source, IntPredicate emphasised) {
        int host = beginning(source).map(String::length).orElse(source.length());
        List<Typed> typed = untilEnd(source, host);
        trim(typed, emphasised);
        if (typed.isEmpty() || !beginsHost(typed.get(0).codePoint)) {
            return Optional.empty();
        }
        StringBuilder address = new StringBuilder(source.substring(0, host));
        typed.forEach(character -> address.appendCodePoint(character.codePoint));
        return Optional.of(new WebAddress(address.toString(), typed.get(typed.size() - 1).end));
    }

    private static List<Typed> untilEnd(String source, int from) {
        List<Typed> typed = new ArrayList<>();
        int[] open = new int[OPENING.length()];
        for (int i = from; i < source.length(); ) {
            Typed next = next(source, i);
            int bracket = CLOSING.indexOf(next.codePoint);
            if (ends(next.codePoint) || (bracket >= 0 && open[bracket]-- == 0)) {
                break;
            }
            int opened = OPENING.indexOf(next.codePoint);
            if (opened >= 0) {
                open[opened]++;
            }
            typed.add(next);
            i = next.end;
        }
        return typed;
    }

    /** The character at {@code i}: an escaped one, an entity, or the code point itself. */
    private static Typed next(String source, int i) {
        char c = source.charAt(i);
        if (c == '\\' && i + 1 < source.length() && ASCII_PUNCTUATION.indexOf(source.charAt(i + 1)) >= 0) {
            return new Typed(source.charAt(i + 1), i + 2);
        }
        if (c == '&') {
            Matcher entity = ENTITY.matcher(source).region(i, source.length());
            String decoded = entity.lookingAt() ? Encoding.decodeHtml(entity.group(), false) : "";
            if (!decoded.isEmpty() && decoded.codePointCount(0, decoded.length()) == 1) {
                return new Typed(decoded.codePointAt(0), entity.end());
            }
        }
        int codePoint = source.codePointAt(i);
        return new Typed(codePoint, i + Character.charCount(codePoint));
    }

    private static void trim(List<Typed> typed, IntPredicate emphasised) {
        while (!typed.isEmpty() && isNotLast(typed.get(typed.size() - 1).codePoint, emphasised)) {
            typed.remove(typed.size() - 1);
        }
    }

    private static boolean isNotLast(int codePoint, IntPredicate emphasised) {
        if (EMPHASIS.indexOf(codePoint) >= 0) {
            return emphasised.test(codePoint);
        }
        return NOT_LAST.indexOf(codePoint) >= 0 || (codePoint > 0x7f && !isOfWord(codePoint));
    }

    private static boolean beginsHost(int codePoint) {
        return isOfWord(codePoint) || codePoint == '[';
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /** Whether no address contains this character: spaces, quotation marks, and punctuation of sentences in any script. */
    private static boolean ends(int codePoint) {
        if (codePoint <= 0x7f) {
            return codePoint <= ' ' || codePoint == 0x7f || NEVER.indexOf(codePoint) >= 0;
        }
        if (isOfWord(codePoint) || BETWEEN_LETTERS.indexOf(codePoint) >= 0) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.DASH_PUNCTUATION -> DASHES_BETWEEN_SENTENCES.indexOf(codePoint) >= 0;
            case Character.CONNECTOR_PUNCTUATION -> false;
            // Pictures, such as emoji, are part of an address only before another letter.
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL -> false;
            default -> true;
        };
    }
}
