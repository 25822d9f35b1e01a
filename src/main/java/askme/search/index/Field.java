package askme.search.index;

/** The texts that a query searches. The words of each field begin with its letter. */
public enum Field {
    /** The titles of questions. */
    TITLE('t'),
    /** Titles and texts of questions. */
    QUESTION('q'),
    /** The texts of answers. */
    ANSWER('a');

    /** The number of characters of {@link #in}. */
    static final int LENGTH = 3;

    private final char letter;

    Field(char letter) {
        this.letter = letter;
    }

    /** The beginning of all words of this field in {@code shard}. */
    String in(int shard) {
        StringBuilder prefix = new StringBuilder(LENGTH).append(letter);
        IndexWord.appendTwoDigits(shard, prefix);
        return prefix.toString();
    }
}
