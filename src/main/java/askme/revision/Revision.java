package askme.revision;

import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A stored state of a post.
 *
 * @param number from 1, the state before the first change
 * @param reason why it was changed, or ""
 * @param restoredFrom the number of the earlier revision that it repeats, or null
 * @param takenBy the nickname of the member who took this edit, which the editor suggested; null if the editor wrote it directly
 * @param takenChanged whether that member changed it
 */
@TemplateData
public record Revision(
        int number,
        Content content,
        MemberRef editor,
        Instant writtenAt,
        String reason,
        Integer restoredFrom,
        String takenBy,
        boolean takenChanged) {

    /** A text that is no revision yet. */
    public static Revision proposed(Content content, MemberRef editor, Instant writtenAt, String reason) {
        return new Revision(0, content, editor, writtenAt, reason, null, null, false);
    }
}
