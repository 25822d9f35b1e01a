package askme.moderation;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Optional;

/** Why a member reports a post. The stored names are stable. */
@TemplateData
public enum ReportReason {
    SPAM("spam"),
    RUDE("rude"),
    NOANSWER("not-an-answer"),
    DUPLICATE("duplicate"),
    OTHER("other");

    private final String stored;

    ReportReason(String stored) {
        this.stored = stored;
    }

    /** The name in the database and in the form. */
    public String stored() {
        return stored;
    }

    /** The reason of this stored name; empty for another name. */
    public static Optional<ReportReason> of(String stored) {
        return Arrays.stream(values())
                .filter(reason -> reason.stored.equals(stored))
                .findFirst();
    }
}
