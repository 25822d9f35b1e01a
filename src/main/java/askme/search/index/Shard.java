package askme.search.index;

/**
 * A part of an index: the posts of a range of ids. The words of a post begin with the code of its shard. So a query for a word
 * that many posts contain reads the entries of the newest shards only, regardless of the size of the index.
 */
public final class Shard {

    /** The number of codes of two digits; after them the first code is used again, which is correct but less selective. */
    static final int MOST = 36 * 36;

    private static final int QUESTION_BITS = 13;
    private static final int ANSWER_BITS = 16;

    private Shard() {}

    /** The shard of a question: {@code 8,192} ids. */
    public static int ofQuestion(long id) {
        return (int) ((id >> QUESTION_BITS) % MOST);
    }

    /** The shard of an answer: {@code 65,536} ids. */
    public static int ofAnswer(long id) {
        return (int) ((id >> ANSWER_BITS) % MOST);
    }
}
