package askme.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The log has an entry that concerns a member who did not do it.
 *
 * @param entryId the entry of the log
 */
@RegisterForReflection
public record MemberConcerned(long entryId, long memberId) {}
