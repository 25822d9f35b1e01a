package askme.answer;

import askme.comment.CommentedPost;
import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * An answer, as the page of its question shows it.
 *
 * @param body Markdown
 * @param editedAt null if it was never edited
 * @param editor the nickname of the last editor, or null
 * @param locked why a moderator has locked it; null if it is not
 * @param myVote the reader's vote: 1, -1, or 0; always 0 in a publication to everybody
 */
@TemplateData
public record AnswerCard(
        long id,
        long questionId,
        String body,
        Instant answeredAt,
        Instant editedAt,
        String editor,
        int rating,
        boolean accepted,
        String locked,
        MemberRef author,
        int myVote,
        int commentCount) {

    /** The answer as a post with comments. */
    public CommentedPost post() {
        return CommentedPost.answer(questionId, id);
    }
}
