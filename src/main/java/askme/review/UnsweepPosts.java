package askme.review;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Undelete the posts that were deleted together. */
@RegisterForReflection
record UnsweepPosts(long sweepId) {}
