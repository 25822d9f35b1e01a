package askme.search.index;

/**
 * Writes terms as the words that the FULLTEXT index stores: only {@code a-z}, {@code 0-9} and {@code _}, and never fewer than
 * three characters. So the tokenizer, the collation, the stop words and the shortest word of the server do not matter, and all
 * servers find the same. The beginning of a term gives the beginning of its word.
 */
final class IndexWord {

    /** {@code innodb_ft_max_token_size}: the server drops longer words, so they are cut. */
    static final int LONGEST = 84;

    private static final int RADIX = 36;
    private static final int BLOCK_BITS = 10;

    private IndexWord() {}

    /** {@code term} as a word that begins with {@code field}, which names a field and a shard. */
    static String of(String field, String term) {
        StringBuilder word = new StringBuilder(field);
        int block = -1;
        for (int i = 0; i < term.length() && word.length() <= LONGEST - 5; ) {
            int character = term.codePointAt(i);
            i += Character.charCount(character);
            if (block < 0 && isPlain(character)) {
                word.append((char) character);
            } else {
                block = append(character, block, word);
            }
        }
        return word.toString();
    }

    /** Two digits for the place of the character in its block of 1,024; a change of the block is written before them. */
    private static int append(int character, int block, StringBuilder word) {
        int own = character >> BLOCK_BITS;
        if (own != block) {
            word.append('_');
            appendTwoDigits(own, word);
        }
        appendTwoDigits(character & (1 << BLOCK_BITS) - 1, word);
        return own;
    }

    static void appendTwoDigits(int number, StringBuilder word) {
        word.append(Character.forDigit(number / RADIX, RADIX)).append(Character.forDigit(number % RADIX, RADIX));
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
}
