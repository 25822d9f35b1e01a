package askme.comment;

import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A comment, as the page of its question shows it.
 *
 * @param body inline Markdown
 * @param editedAt null if it was never edited
 * @param helpful whether the reader found it helpful; always false in a publication to everybody
 */
@TemplateData
public record CommentCard(
        long id,
        CommentedPost post,
        String body,
        Instant postedAt,
        Instant editedAt,
        int rating,
        MemberRef author,
        boolean helpful) {}
