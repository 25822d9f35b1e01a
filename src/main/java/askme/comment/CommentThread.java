package askme.comment;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The comments of one post.
 *
 * @param total the number of all comments
 * @param shown some of them, the oldest first
 */
@TemplateData
public record CommentThread(CommentedPost post, int total, List<CommentCard> shown) {

    /** The comments of a post that has none. */
    public static CommentThread empty(CommentedPost post) {
        return new CommentThread(post, 0, List.of());
    }

    /** How many comments are not shown. */
    public int hidden() {
        return Math.max(0, total - shown.size());
    }
}
