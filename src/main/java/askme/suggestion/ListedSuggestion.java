package askme.suggestion;

import askme.database.Row;
import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A suggested edit in a list.
 *
 * @param heading the title of the question
 * @param reason why the proposer changed the text, or ""
 * @param decision null while it waits, and if it was withdrawn
 */
@TemplateData
public record ListedSuggestion(
        long id,
        SuggestedPost post,
        String heading,
        MemberRef proposer,
        String reason,
        Instant proposedAt,
        SuggestionState state,
        Suggestion.Decision decision) {

    static ListedSuggestion of(Row row) {
        return new ListedSuggestion(
                row.id("id"),
                Suggestion.post(row),
                row.text("heading"),
                Suggestion.proposer(row),
                row.text("reason"),
                row.moment("proposed_at"),
                SuggestionState.of(row.text("state")),
                Suggestion.decision(row));
    }

    public boolean ofAnswer() {
        return !post.isQuestion();
    }
}
