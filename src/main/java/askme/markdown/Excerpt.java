package askme.markdown;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text without its markup, for lists. */
public final class Excerpt {

    /** The part of the source that is parsed: every excerpt fits into it. */
    private static final int SOURCE_CHARACTERS = 4_000;

    private Excerpt() {}

    /** One line of plain text of at most {@code max} characters. A longer text is cut at the end of a word and ends in "…". */
    public static String of(String markdown, int max) {
        return cut(plain(markdown.substring(0, Math.min(SOURCE_CHARACTERS, markdown.length()))), max);
    }

    /** {@code markdown} without its markup, in one line. */
    public static String plain(String markdown) {
        return PlainText.of(Markdown.parse(markdown));
    }

    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.substring(0, max));
        int end = words.preceding(max);
        boolean oneLongWord = end < max / 2;
        String kept = text.substring(0, oneLongWord ? max - 1 : end);
        if (Character.isHighSurrogate(kept.charAt(kept.length() - 1))) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept.stripTrailing() + "…";
    }
}
