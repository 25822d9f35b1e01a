package askme.closing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A moderator has begun to merge a duplicate into the other question. */
@RegisterForReflection
public record MergeBegun(long questionId) {}
