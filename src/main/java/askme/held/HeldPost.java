package askme.held;

import askme.database.Row;
import askme.markdown.Excerpt;
import askme.moderation.Target;
import askme.revision.Content;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Locale;

/**
 * A post that waits for a moderator, or was decided.
 *
 * @param kind a question, an answer or a comment
 * @param questionId 0 for a question
 * @param answerId of a comment to an answer, otherwise 0
 * @param content an answer and a comment have only a text
 * @param postId of the published post, 0 before that; it stays if the publishing is undone, which deletes the post
 * @param reason why it was refused
 */
@TemplateData
public record HeldPost(
        long id,
        Target.Kind kind,
        long questionId,
        long answerId,
        long authorId,
        Content content,
        Instant heldAt,
        State state,
        long postId,
        String reason) {

    private static final int LONGEST_HEADING = 120;

    /** The decision. The stored names are stable. */
    @TemplateData
    public enum State {
        WAITING,
        PUBLISHED,
        REFUSED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    static HeldPost of(Row row) {
        return new HeldPost(
                row.id("id"),
                Target.Kind.of(row.text("kind")),
                row.id("question_id"),
                row.id("answer_id"),
                row.id("author_id"),
                new Content(row.text("title"), row.text("tag_names"), row.text("body")),
                row.moment("held_at"),
                State.of(row.text("state")),
                row.id("post_id"),
                row.text("reason"));
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    public boolean refused() {
        return state == State.REFUSED;
    }

    public boolean ofQuestion() {
        return kind == Target.Kind.QUESTION;
    }

    public boolean ofComment() {
        return kind == Target.Kind.COMMENT;
    }

    /** The title of a question, the beginning of another text. */
    public String heading() {
        return ofQuestion() ? content.title() : Excerpt.of(content.body(), LONGEST_HEADING);
    }
}
