package askme.revision;

import java.time.Instant;

/**
 * A state of a post, to be stored.
 *
 * @param editor the id of the member who wrote it
 * @param reason why, or ""
 * @param restoredFrom the number of the earlier revision that it repeats, or null
 * @param taking null for a change by the editor's own hand
 */
public record State(Content content, long editor, Instant at, String reason, Integer restoredFrom, Taking taking) {

    /**
     * How an edit that the editor suggested became the text.
     *
     * @param by the id of the member who took it
     * @param changed whether that member changed it
     */
    public record Taking(long by, boolean changed) {}

    /** The same with another content. */
    public State with(Content other) {
        return new State(other, editor, at, reason, restoredFrom, taking);
    }

    /** The state after a member's own edit. */
    public static State edited(Content content, long editor, Instant at, String reason) {
        return new State(content, editor, at, reason, null, null);
    }

    /** The state after an earlier revision became the text again. */
    public static State restored(Content content, long editor, Instant at, int number) {
        return new State(content, editor, at, "", number, null);
    }

    /** The state after an edit that {@code editor} suggested was taken. */
    public static State taken(Content content, long editor, Instant at, String reason, Taking taking) {
        return new State(content, editor, at, reason, null, taking);
    }

    /**
     * The state of a post before its change.
     *
     * @param editedBy null if it was never edited, or before the site stored editors
     * @param editedAt null if it was never edited
     */
    public static State before(Content content, long author, Instant postedAt, Long editedBy, Instant editedAt) {
        return new State(
                content, editedBy == null ? author : editedBy, editedAt == null ? postedAt : editedAt, "", null, null);
    }
}
