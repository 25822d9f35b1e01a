package askme.api;

import askme.question.Question;
import askme.question.QuestionCard;
import askme.question.QuestionLinks;
import askme.question.QuestionQueries;
import askme.web.page.EditVersion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question.
 *
 * @param text Markdown; null in lists
 * @param state open, closed or duplicate
 * @param activeAt only in the list of active questions
 * @param version for the header If-Match of an edit; null in lists
 * @param myVote 1, -1, or 0 without a vote
 */
@RegisterForReflection
@Schema(name = "Question")
public record ApiQuestion(
        long id,
        String url,
        String title,
        String excerpt,
        String text,
        List<String> tags,
        String state,
        int rating,
        int answers,
        boolean accepted,
        int views,
        Instant askedAt,
        Instant editedAt,
        Instant activeAt,
        ApiAuthor author,
        int myVote,
        String version) {

    static ApiQuestion listed(QuestionCard card) {
        return of(card, null, null, null);
    }

    static ApiQuestion whole(QuestionCard card, QuestionQueries.Text text) {
        return of(card, text.body(), text.editedAt(), EditVersion.of(text.editedAt()));
    }

    private static ApiQuestion of(QuestionCard card, String text, Instant editedAt, String version) {
        return new ApiQuestion(
                card.id(),
                QuestionLinks.question(card.id()),
                card.title(),
                card.excerpt(),
                text,
                card.tags(),
                card.closed() == Question.OPEN ? "open" : card.duplicate() ? "duplicate" : "closed",
                card.rating(),
                card.answerCount(),
                card.accepted(),
                card.views(),
                card.askedAt(),
                editedAt,
                card.activeAt(),
                ApiAuthor.of(card.author()),
                card.myVote(),
                version);
    }
}
