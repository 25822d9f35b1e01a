package askme.comment;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A deleted comment is shown again. */
@RegisterForReflection
public record CommentUndeleted(long commentId, long questionId) implements ChangesQuestion {}
