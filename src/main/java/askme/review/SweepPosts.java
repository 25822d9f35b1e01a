package askme.review;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Delete the questions, then the answers and then the comments of a member with ids above these. */
@RegisterForReflection
record SweepPosts(long sweepId, long afterQuestion, long afterAnswer, long afterComment) {}
