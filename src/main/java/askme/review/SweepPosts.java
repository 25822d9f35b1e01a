package askme.review;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Delete the questions and then the answers of a member with ids above these. */
@RegisterForReflection
record SweepPosts(long sweepId, long afterQuestion, long afterAnswer) {}
