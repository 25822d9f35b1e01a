package askme.markdown;

import java.text.Normalizer;

/**
 * Folds text as the database's collation compares it: without case, and without the accents of Latin and Greek. In
 * Cyrillic, ё equals е, but й differs from и.
 */
public final class Folding {

    private static final int FIRST_CYRILLIC = 0x0400;
    private static final int LAST_CYRILLIC = 0x052f;

    private Folding() {}

    /** {@code text} folded. Each code point becomes one code point. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            folded.appendCodePoint(fold(codePoint));
            i += Character.charCount(codePoint);
        }
        return folded.toString();
    }

    private static int fold(int codePoint) {
        int lower = Character.toLowerCase(codePoint);
        if (lower < 0x80) {
            return lower;
        }
        if (lower >= FIRST_CYRILLIC && lower <= LAST_CYRILLIC) {
            return lower == 'ё' ? 'е' : lower;
        }
        return Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD)
                .codePointAt(0);
    }
}
