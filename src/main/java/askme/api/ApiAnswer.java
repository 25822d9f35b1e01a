package askme.api;

import askme.answer.AnswerCard;
import askme.answer.AnswerLinks;
import askme.web.page.EditVersion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer.
 *
 * @param text Markdown
 * @param version for the header If-Match of an edit
 * @param myVote 1, -1, or 0 without a vote
 */
@RegisterForReflection
@Schema(name = "Answer")
public record ApiAnswer(
        long id,
        long question,
        String url,
        String text,
        int rating,
        boolean accepted,
        int comments,
        Instant answeredAt,
        Instant editedAt,
        ApiAuthor author,
        int myVote,
        String version) {

    static ApiAnswer of(AnswerCard card) {
        return new ApiAnswer(
                card.id(),
                card.questionId(),
                AnswerLinks.answer(card.id()),
                card.body(),
                card.rating(),
                card.accepted(),
                card.commentCount(),
                card.answeredAt(),
                card.editedAt(),
                ApiAuthor.of(card.author()),
                card.myVote(),
                EditVersion.of(card.editedAt()));
    }
}
