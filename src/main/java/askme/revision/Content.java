package askme.revision;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The parts of a post that an edit may change.
 *
 * @param title null for an answer; of a tag, its description in one line
 * @param tagNames the tags, separated by blanks; null for an answer and for a tag
 * @param body Markdown as typed
 */
@TemplateData
public record Content(String title, String tagNames, String body) {

    public static Content ofAnswer(String body) {
        return new Content(null, null, body);
    }

    public static Content ofTag(String description, String body) {
        return new Content(description, null, body);
    }

    /** Whether these are the texts of a tag. */
    public boolean describes() {
        return title != null && tagNames == null;
    }

    /** The tags as a list. */
    public List<String> tags() {
        return tagNames == null || tagNames.isEmpty() ? List.of() : List.of(tagNames.split(" "));
    }
}
