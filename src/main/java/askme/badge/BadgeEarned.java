package askme.badge;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member has earned a badge. */
@RegisterForReflection
public record BadgeEarned(long awardId, long memberId) {}
