package askme.revision;

import java.time.Instant;

/**
 * A state of a post, to be stored.
 *
 * @param editor the id of the member who wrote it
 * @param reason why, or ""
 * @param restoredFrom the number of the earlier revision that it repeats, or null
 */
public record State(Content content, long editor, Instant at, String reason, Integer restoredFrom) {

    /**
     * The state of a post before its change.
     *
     * @param editedBy null if it was never edited, or before the site stored editors
     * @param editedAt null if it was never edited
     */
    public static State before(Content content, long author, Instant postedAt, Long editedBy, Instant editedAt) {
        return new State(
                content, editedBy == null ? author : editedBy, editedAt == null ? postedAt : editedAt, "", null);
    }
}
