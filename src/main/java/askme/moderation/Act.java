package askme.moderation;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An act of a moderator, or of a member with a privilege. The stored names are stable. A new act is a constant and its text in
 * {@code messages/moderation_*.properties}; a name is one word, because the keys of these texts are made of it.
 */
@TemplateData
public enum Act {
    CLOSE,
    REOPEN,
    DELETE,
    UNDELETE,
    PURGE,
    LOCK,
    UNLOCK,
    MERGE,
    CONVERT,

    /** A report, a first post or a held post was decided without a change of the post. */
    DISMISS,

    /** A decision of the review queue was taken back. */
    REVIVE,

    SUSPEND,
    LIFT,
    ROLE,

    /** All posts of a member were deleted at once. */
    SWEEP,

    UNSWEEP,
    DESCRIBE,
    RENAME,
    SYNONYM,

    /** A held post was published. */
    PUBLISH,

    REFUSE,
    RESERVE,
    SETTING;

    /** The name in the database and in addresses. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the member whom it concerns gets a notification. */
    boolean told() {
        return this != DISMISS && this != REVIVE && this != SETTING;
    }

    /** The act of this stored name; empty for another name. */
    public static Optional<Act> of(String stored) {
        return Arrays.stream(values())
                .filter(act -> act.stored().equals(stored))
                .findFirst();
    }
}
