package askme.importing.content;

/**
 * The old id of a row is its number plus one of these. A number has at most nine digits, and questions and answers share their numbers. The
 * old ids are kept for the addresses of the old site.
 */
public record OldIds(long questions, long answers, long comments) {

    /** The numbers are the old ids. */
    public static final OldIds SAME = new OldIds(0, 0, 0);
}
