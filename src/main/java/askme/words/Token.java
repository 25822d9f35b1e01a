package askme.words;

/**
 * A part of a text that can be searched.
 *
 * @param start the index of its first character in the text
 * @param end the index after its last character
 * @param term its characters, folded; for a {@link Kind#WORD} with signs also these ({@code c++})
 */
public record Token(int start, int end, String term, Kind kind) {

    /** The kinds of tokens. */
    public enum Kind {
        /** A run of letters and digits of a script that separates words. */
        WORD,
        /** Two neighbouring characters of a script without spaces. */
        PAIR,
        /** The last character of a run of them, or its only one. */
        LAST,
        /** All words of a name such as {@code my.dotted.key}, in addition to its words; it follows the last of them. */
        NAME
    }
}
