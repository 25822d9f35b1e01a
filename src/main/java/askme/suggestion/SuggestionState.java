package askme.suggestion;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** The state of a suggested edit. The names in small letters are stored. */
@TemplateData
public enum SuggestionState {
    WAITING,
    TAKEN,
    /** Taken, with changes by the member who took it. */
    CHANGED,
    DECLINED,
    /** By its proposer. */
    WITHDRAWN;

    public boolean waiting() {
        return this == WAITING;
    }

    public boolean declined() {
        return this == DECLINED;
    }

    public boolean withdrawn() {
        return this == WITHDRAWN;
    }

    /** Whether it was taken with changes. */
    public boolean changed() {
        return this == CHANGED;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SuggestionState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
