package askme.api;

import askme.comment.CommentCard;
import askme.comment.CommentLinks;
import askme.web.page.EditVersion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment.
 *
 * @param answer the answer that it is under; null under the question itself
 * @param text inline Markdown
 * @param rating how many members found it helpful
 * @param version for the header If-Match of an edit
 */
@RegisterForReflection
@Schema(name = "Comment")
public record ApiComment(
        long id,
        long question,
        Long answer,
        String url,
        String text,
        int rating,
        Instant postedAt,
        Instant editedAt,
        ApiAuthor author,
        boolean helpful,
        String version) {

    static ApiComment of(CommentCard card) {
        return new ApiComment(
                card.id(),
                card.post().questionId(),
                card.post().answerId(),
                CommentLinks.comment(card.id()),
                card.body(),
                card.rating(),
                card.postedAt(),
                card.editedAt(),
                ApiAuthor.of(card.author()),
                card.helpful(),
                EditVersion.of(card.editedAt()));
    }
}
