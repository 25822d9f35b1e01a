package askme.comment;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A comment was posted. */
@RegisterForReflection
public record CommentPosted(long commentId, long questionId) implements ChangesQuestion {}
