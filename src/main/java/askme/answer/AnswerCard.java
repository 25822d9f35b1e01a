package askme.answer;

import askme.member.MemberRef;
import java.time.Instant;

/**
 * An answer as its question's page shows it.
 *
 * @param body Markdown
 * @param editedAt null where it was never edited
 * @param myVote the reader's vote: 1, -1, or 0; always 0 in what is published to everyone
 */
public record AnswerCard(
        long id,
        long questionId,
        String body,
        Instant answeredAt,
        Instant editedAt,
        int rating,
        boolean accepted,
        MemberRef author,
        int myVote) {}
