package askme.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

    /** Whether {@code version} is that of a post that was never edited. */
    public static boolean isFirst(String version) {
        return of(null).equals(version);
    }

    /** When {@code version} was written; empty for the first version and for a text that is no version. */
    public static Optional<Instant> moment(String version) {
        boolean valid = version != null && version.matches("[1-9]\\d{0,17}");
        return valid ? Optional.of(Instant.EPOCH.plus(Long.parseLong(version), ChronoUnit.MICROS)) : Optional.empty();
    }

    /**
     * Accepts a form that was opened at the stored version. It also accepts a form without a version, which a program sends.
     *
     * @param sent the version that the form sent; may be null or empty
     * @param editedAt when the post was last edited; may be null
     * @throws EditConflict if the form was opened at another version
     */
    public static void require(String sent, Instant editedAt) {
        if (sent != null && !sent.isEmpty() && !sent.equals(of(editedAt))) {
            throw new EditConflict();
        }
    }
}
