package askme.suggestion;

import io.quarkus.qute.TemplateData;

/**
 * The purpose of the edit form of a post: to store the change, to propose it, or to take a suggested edit with changes.
 *
 * @param proposes whether the member may only propose
 * @param suggestion the one that is proposed already, or that is taken; null without one
 */
@TemplateData
public record EditMode(boolean proposes, Suggestion suggestion) {

    /** The form of a member whose change is stored at once. */
    public static final EditMode STORES = new EditMode(false, null);

    /** Whether the change becomes the text at once, as that of its author. */
    public boolean stores() {
        return !proposes && suggestion == null;
    }

    /** Whether the form takes the suggestion, with changes. */
    public boolean takes() {
        return !proposes && suggestion != null;
    }
}
