package askme.comment;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member found a comment helpful, or no longer. */
@RegisterForReflection
public record CommentVoted(long commentId, long questionId) implements ChangesQuestion {}
