package askme.comment;

import askme.markdown.Mentions;
import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Map;

/**
 * A comment, as the page of its question shows it.
 *
 * @param body inline Markdown
 * @param mentions the members that it mentions, by the key of their names in the text
 * @param editedAt null if it was never edited
 * @param helpful whether the reader found it helpful; always false in a publication to everybody
 */
@TemplateData
public record CommentCard(
        long id,
        CommentedPost post,
        String body,
        Map<String, Mentions.Mentioned> mentions,
        Instant postedAt,
        Instant editedAt,
        int rating,
        MemberRef author,
        boolean helpful) {}
