package askme.comment;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The text of a comment was changed. */
@RegisterForReflection
public record CommentEdited(long commentId, long questionId) implements ChangesQuestion {}
