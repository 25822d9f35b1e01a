package askme.words;

import java.text.Normalizer;

/**
 * Folds text for the search: without case, without the accents of Latin and Greek, without stress marks, vowel points of
 * Arabic and Hebrew, and differences of width. Vowel signs of Indic scripts, Thai and Khmer stay, and so do й, ї and ў.
 */
public final class Folding {

    private static final int ASCII = 0x80;
    private static final char BREVE = '\u0306';
    private static final char DIAERESIS = '\u0308';

    /** Letters that Unicode does not decompose; each has its replacement after the equals sign. */
    private static final String[] LETTERS = {
        "ß=ss", "æ=ae", "œ=oe", "ø=o", "đ=d", "ð=d", "ł=l", "þ=th", "ħ=h", "ŧ=t", "ı=i", "ς=σ", "ى=ي", "ی=ي", "ک=ك",
        "ة=ه", "ـ="
    };

    private Folding() {}

    /** {@code text} folded, without the characters that are neither letter, digit nor mark. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return foldAny(text);
            }
            fold(text.charAt(i), folded);
        }
        return folded.toString();
    }

    private static void fold(char ascii, StringBuilder folded) {
        if (ascii >= 'A' && ascii <= 'Z') {
            folded.append((char) (ascii | 0x20));
        } else if (ascii >= 'a' && ascii <= 'z' || ascii >= '0' && ascii <= '9') {
            folded.append(ascii);
        }
    }

    private static String foldAny(String text) {
        // The case of some letters changes their decomposition (İ), and the other way round (ẞ in a circle).
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        int base = 0;
        for (int i = 0; i < decomposed.length(); ) {
            int character = decomposed.codePointAt(i);
            i += Character.charCount(character);
            if (!isMark(character)) {
                base = character;
            }
            if (kept(character, base)) {
                append(character, folded);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(int character, StringBuilder folded) {
        if (character >= ASCII) {
            for (String letter : LETTERS) {
                if (letter.charAt(0) == character) {
                    folded.append(letter, 2, letter.length());
                    return;
                }
            }
        }
        folded.appendCodePoint(character);
    }

    private static boolean kept(int character, int base) {
        if (!isMark(character)) {
            return Character.isLetterOrDigit(character) || isNumber(character);
        }
        if (Character.UnicodeScript.of(base) == Character.UnicodeScript.CYRILLIC) {
            return character == BREVE || character == DIAERESIS && base != 'е';
        }
        return !isAccent(character);
    }

    private static boolean isNumber(int character) {
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** Whether the character belongs to the letter before it. */
    public static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Accents of Latin and Greek, vowel points of Hebrew and Arabic, the nukta of Indic scripts, variation selectors. */
    private static boolean isAccent(int mark) {
        return in(mark, 0x0300, 0x036f)
                || in(mark, 0x0483, 0x0489)
                || in(mark, 0x0591, 0x05c7)
                || in(mark, 0x0610, 0x061a)
                || in(mark, 0x064b, 0x065f)
                || mark == 0x0670
                || in(mark, 0x06d6, 0x06ed)
                || mark == 0x093c
                || mark == 0x09bc
                || mark == 0x0a3c
                || in(mark, 0x1ab0, 0x1aff)
                || in(mark, 0x1dc0, 0x1dff)
                || in(mark, 0x20d0, 0x20ff)
                || in(mark, 0xfe00, 0xfe0f)
                || in(mark, 0xfe20, 0xfe2f)
                || in(mark, 0xe0100, 0xe01ef);
    }

    private static boolean in(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
