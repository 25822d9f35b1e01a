package askme.comment;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A comment was deleted.
 *
 * @param answerId the answer that it was under; null for the question itself
 */
@RegisterForReflection
public record CommentDeleted(long commentId, long questionId, Long answerId) implements ChangesQuestion {}
