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
 */
@TemplateData
public record Revision(
        int number, Content content, MemberRef editor, Instant writtenAt, String reason, Integer restoredFrom) {}
