package askme.comment;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A comment mentions a member for the first time. */
@RegisterForReflection
public record MemberMentioned(long commentId, long memberId) {}
