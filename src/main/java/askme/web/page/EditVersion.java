package askme.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Identifies the state of a post by the moment of its last edit. The edit form sends the version back. So nobody overwrites
 * an edit that somebody else made while the form was open.
 */
public final class EditVersion {

    private EditVersion() {}

    /** The version that was written at {@code editedAt}; null if the post was never edited. */
    public static String of(Instant editedAt) {
        return editedAt == null ? "0" : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, editedAt));
    }

    /**
     * Accepts a form that was opened at the stored version. It also accepts a form without a version, which a program sends.
     *
     * @param sent the version that the form sent; may be null or empty
     * @param editedAt when the post was last edited; may be null
     * @param body the stored text, which the conflict carries to the form
     * @throws EditConflict if the form was opened at another version
     */
    public static void require(String sent, Instant editedAt, String body) {
        if (sent != null && !sent.isEmpty() && !sent.equals(of(editedAt))) {
            throw new EditConflict(of(editedAt), body);
        }
    }
}
