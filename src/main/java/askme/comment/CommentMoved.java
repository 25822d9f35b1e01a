package askme.comment;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A comment has moved to another post of the question, because a moderator made a comment of its answer. */
@RegisterForReflection
public record CommentMoved(long commentId, long questionId) {}
