package askme.suggestion;

import askme.database.Row;
import askme.member.MemberRef;
import askme.revision.Content;
import askme.web.page.EditVersion;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A suggested edit.
 *
 * @param heading the title of the question now
 * @param author the id of the post's author
 * @param content as the proposer wrote it
 * @param reason why, or ""
 * @param version the {@link EditVersion} of the post that the proposer saw
 * @param decision null while it waits, and if it was withdrawn
 */
@TemplateData
public record Suggestion(
        long id,
        SuggestedPost post,
        String heading,
        long author,
        MemberRef proposer,
        Content content,
        String reason,
        String version,
        Instant proposedAt,
        SuggestionState state,
        Decision decision) {

    /**
     * The decision on a suggested edit.
     *
     * @param by the nickname of the member who decided; null if the account does not exist any longer
     * @param reason why it was declined, or ""
     */
    @TemplateData
    public record Decision(String by, Instant at, String reason) {}

    static Suggestion of(Row row) {
        return new Suggestion(
                row.id("id"),
                post(row),
                row.text("heading"),
                row.id("author_id"),
                proposer(row),
                new Content(row.text("title"), row.text("tag_names"), row.text("body")),
                row.text("reason"),
                row.text("post_version"),
                row.moment("proposed_at"),
                SuggestionState.of(row.text("state")),
                decision(row));
    }

    static SuggestedPost post(Row row) {
        return new SuggestedPost(row.id("question_id"), row.has("answer_id") ? row.id("answer_id") : null);
    }

    static MemberRef proposer(Row row) {
        return new MemberRef(
                row.id("proposer_id"), row.text("nickname"), row.text("avatar"), row.number("proposer_rating"));
    }

    static Decision decision(Row row) {
        boolean decided =
                row.has("decided_at") && !SuggestionState.of(row.text("state")).withdrawn();
        return decided
                ? new Decision(row.text("decider"), row.moment("decided_at"), row.text("decision_reason"))
                : null;
    }

    public boolean waiting() {
        return state == SuggestionState.WAITING;
    }

    public boolean ofAnswer() {
        return !post.isQuestion();
    }

    /** Identifies what the proposer wrote: it changes when the proposer changes the suggestion. */
    public String seen() {
        return EditVersion.of(proposedAt);
    }
}
