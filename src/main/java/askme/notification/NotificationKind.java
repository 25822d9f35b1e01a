package askme.notification;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;

/** The subjects of notifications. The stored names are stable. A new kind is a constant, its texts, and a handler that notifies members. */
@TemplateData
public enum NotificationKind {
    /** An answer to a followed question. */
    ANSWER,

    /** A comment on an own post, on a followed question, or beside an own comment. */
    COMMENT,

    /** A comment mentions the member. */
    MENTION,

    /** An own answer was accepted. */
    ACCEPTED,

    /** Somebody else changed an own post. */
    EDIT,

    /** A suggested edit of an own post waits. */
    SUGGESTION,

    /** An own suggested edit was decided. */
    DECISION,

    /** A moderator, or a member with a privilege, acted on an own post or on the account. */
    MODERATION,

    /** A new question has a followed tag. */
    TAG,

    /** A followed member asked or answered. */
    MEMBER,

    /** The member has earned a badge. */
    BADGE,

    /** The own rating changed. */
    REPUTATION;

    /** The name in the database, in addresses and in texts. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no kind has this name */
    public static NotificationKind of(String stored) {
        return Arrays.stream(values())
                .filter(kind -> kind.stored().equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind: " + stored));
    }
}
