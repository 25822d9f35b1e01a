package askme.words;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Splits text into tokens: the same for the index, queries, highlighting, similar questions and suggestions, so that they
 * agree on every database. A character with its combining marks is one unit and is never split.
 *
 * <ul>
 *   <li>Letters and digits form words. {@code c++} and {@code c#} are words too.
 *   <li>Scripts without spaces (Chinese, Japanese, Thai, Khmer, …) and Korean give each pair of neighbouring units: {@code
 *       全文检索} gives {@code 全文 文检 检索 索}. The last unit alone makes each unit the beginning of a token.
 *   <li>Words joined by {@code . _ - :: '} give a name in addition ({@code node.js} also {@code nodejs}).
 * </ul>
 */
public final class Tokenizer {

    /** The most words of a name; a longer one is only its words. */
    private static final int LONGEST_NAME = 6;

    /** A word with signs and at most this many letters is only found with them: {@code c++} is not {@code c}. */
    private static final int SHORT = 2;

    /** Scripts that write words without spaces between them, and Korean, which appends particles to words. */
    private static final Set<UnicodeScript> DENSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.YI);

    private static final String CONNECTORS = "._-'’\u05f3\u05f4‐‑";

    private enum Type {
        WORD,
        DENSE,
        OTHER
    }

    /** One character of the text with its marks. */
    private record Unit(int start, int end, String folded, Type type) {}

    /** The text of a character with its marks in the index. */
    private record Folded(String text, Type type) {}

    /** Characters of Latin, Greek and Cyrillic without marks: most texts consist of them, and normalizing each is slow. */
    private static final Folded[] FREQUENT = IntStream.range(0, 0x530)
            .mapToObj(character -> fold(Character.toString(character)))
            .toArray(Folded[]::new);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    /** The words of the name at the current position. */
    private final List<Token> name = new ArrayList<>();

    private Tokenizer(String text) {
        this.text = text;
    }

    /** The tokens of {@code text} in their order. */
    public static List<Token> tokens(String text) {
        return new Tokenizer(text).read();
    }

    private List<Token> read() {
        for (int i = 0; i < text.length(); ) {
            Unit unit = unit(i);
            if (unit.type == Type.DENSE) {
                endName();
                i = run(unit);
            } else if (unit.type == Type.WORD) {
                i = word(unit);
            } else {
                i = unit.end;
            }
        }
        endName();
        return tokens;
    }

    /** Adds the pairs of a run of dense units and returns its end. */
    private int run(Unit first) {
        Unit last = first;
        while (last.end < text.length()) {
            Unit next = unit(last.end);
            if (next.type != Type.DENSE) {
                break;
            }
            tokens.add(new Token(last.start, next.end, last.folded + next.folded, Token.Kind.PAIR));
            last = next;
        }
        tokens.add(new Token(last.start, last.end, last.folded, Token.Kind.LAST));
        return last.end;
    }

    /** Adds a word and returns its end. */
    private int word(Unit first) {
        if (!name.isEmpty() && !connected(name.get(name.size() - 1).end(), first.start)) {
            endName();
        }
        StringBuilder folded = new StringBuilder(first.folded);
        int end = first.end;
        int letters = 1;
        while (end < text.length()) {
            Unit next = unit(end);
            if (next.type != Type.WORD) {
                break;
            }
            folded.append(next.folded);
            end = next.end;
            letters++;
        }
        if (folded.isEmpty()) {
            return end;
        }
        int signs = signs(end);
        String signed = folded + text.substring(end, end + signs);
        if (signs > 0 && letters <= SHORT) {
            add(new Token(first.start, end + signs, signed, Token.Kind.WORD));
        } else {
            add(new Token(first.start, end, folded.toString(), Token.Kind.WORD));
            if (signs > 0) {
                endName();
                tokens.add(new Token(first.start, end + signs, signed, Token.Kind.NAME));
            }
        }
        return end + signs;
    }

    private void add(Token word) {
        tokens.add(word);
        name.add(word);
    }

    /** Adds the name if the words since its beginning are several. */
    private void endName() {
        if (name.size() > 1 && name.size() <= LONGEST_NAME) {
            StringBuilder joined = new StringBuilder();
            for (Token word : name) {
                boolean digits = joined.length() > 0
                        && Character.isDigit(joined.charAt(joined.length() - 1))
                        && Character.isDigit(word.term().charAt(0));
                joined.append(digits ? "." : "").append(word.term()); // v1.23 differs from v12.3
            }
            int start = name.get(0).start();
            int end = name.get(name.size() - 1).end();
            tokens.add(new Token(start, end, joined.toString(), Token.Kind.NAME));
        }
        name.clear();
    }

    /** Whether the text between two words joins them to a name. */
    private boolean connected(int from, int to) {
        return to - from == 1 && CONNECTORS.indexOf(text.charAt(from)) >= 0
                || to - from == 2 && (text.startsWith("::", from) || text.startsWith("->", from) || escaped(from));
    }

    /** Whether Markdown escapes a connector here: {@code snake\\_case}. */
    private boolean escaped(int from) {
        return text.charAt(from) == '\\' && CONNECTORS.indexOf(text.charAt(from + 1)) >= 0;
    }

    /** The number of signs at {@code end} that belong to the word before them: {@code ++}, or {@code #} at its end. */
    private int signs(int end) {
        if (text.startsWith("++", end)) {
            return 2;
        }
        boolean sharp = end < text.length() && text.charAt(end) == '#';
        return sharp && (end + 1 == text.length() || unit(end + 1).type == Type.OTHER) ? 1 : 0;
    }

    private Unit unit(int start) {
        int base = text.codePointAt(start);
        int end = start + Character.charCount(base);
        while (end < text.length() && extendsUnit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        boolean frequent = end - start == 1 && base < FREQUENT.length;
        Folded folded = frequent ? FREQUENT[base] : fold(text.substring(start, end));
        return new Unit(start, end, folded.text, folded.type);
    }

    private static Folded fold(String character) {
        int base = character.codePointAt(0);
        Type type = type(base);
        String folded = type == Type.OTHER ? "" : Folding.fold(character);
        return new Folded(folded, type != Type.OTHER && folded.isEmpty() ? blankType(base) : type);
    }

    /** A letter that folding removes, such as the Arabic tatweel, does not end the word around it. */
    private static Type blankType(int base) {
        return Character.isLetter(base) ? Type.WORD : Type.OTHER;
    }

    private static Type type(int base) {
        if (base < 0x80) {
            return Character.isLetterOrDigit(base) ? Type.WORD : Type.OTHER;
        }
        boolean wordy = Character.isLetterOrDigit(base)
                || Character.getType(base) == Character.LETTER_NUMBER
                || Character.getType(base) == Character.OTHER_NUMBER;
        if (!wordy) {
            return Type.OTHER;
        }
        boolean longVowel = base == 'ー' || base == 'ｰ'; // of Katakana, but in no script of Unicode
        boolean latinForm = Character.isDigit(base);
        return longVowel || !latinForm && DENSE.contains(UnicodeScript.of(base)) ? Type.DENSE : Type.WORD;
    }

    /** Whether the character belongs to the one before it: marks, vowels and finals of Hangul, joiners, voicing of Katakana. */
    private static boolean extendsUnit(int character) {
        if (character < 0x80) {
            return false;
        }
        return Folding.isMark(character)
                || character >= 0x1160 && character <= 0x11ff
                || character == 0x200c
                || character == 0x200d
                || character == 0x00ad
                || character == 0xff9e
                || character == 0xff9f;
    }
}
