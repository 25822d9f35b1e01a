package askme.waiting;

import askme.draft.DraftPlace;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Map;

/**
 * A post that waits until its author confirms the address, or that was refused afterwards.
 *
 * @param fields the fields of its form
 * @param refusal why it was not posted; null while it waits
 */
@TemplateData
public record WaitingPost(long id, DraftPlace place, Map<String, String> fields, Instant sentAt, String refusal) {

    /** The title of a question; "" for other posts. */
    public String title() {
        return fields.getOrDefault("title", "");
    }

    public String text() {
        return fields.getOrDefault("text", "");
    }

    /** The tags of a question; "" for other posts. */
    public String tags() {
        return fields.getOrDefault("tags", "");
    }
}
