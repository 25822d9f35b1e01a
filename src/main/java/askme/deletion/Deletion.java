package askme.deletion;

import askme.database.Row;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * The deletion of a post.
 *
 * @param answerId 0 for the question itself
 * @param authorId of the post
 * @param by the nickname of the member who deleted it
 */
@TemplateData
public record Deletion(long questionId, long answerId, long authorId, Instant at, long byId, String by) {

    static Deletion of(Row row) {
        return new Deletion(
                row.id("question_id"),
                row.id("answer_id"),
                row.id("author_id"),
                row.moment("deleted_at"),
                row.id("deleted_by"),
                row.text("nickname"));
    }
}
