package askme.moderation;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The decision on an item of the review queue. The stored names are stable. */
@TemplateData
public enum Outcome {
    WAITING,

    /** The post stays as it is. */
    DISMISSED,

    DELETED,

    /** The question was closed. */
    CLOSED,

    /** A held post was published. */
    PUBLISHED,

    /** A held post was not published. */
    REFUSED,

    /** The author was suspended, and the post stays. */
    SUSPENDED,

    /** The author was suspended, and all posts of the author are deleted. */
    SWEPT,

    /** Its author, or somebody outside of the queue, deleted the post before the decision. */
    GONE;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the decision was against the author. */
    public boolean upheld() {
        return this == DELETED || this == REFUSED || this == SUSPENDED || this == SWEPT;
    }

    public boolean isDismissed() {
        return this == DISMISSED;
    }

    /** The outcome of this stored name; empty for another name. */
    public static Optional<Outcome> of(String stored) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.stored().equals(stored))
                .findFirst();
    }
}
