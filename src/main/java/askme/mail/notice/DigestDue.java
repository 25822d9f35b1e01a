package askme.mail.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The slot of a member's digest has come.
 *
 * @param pace as stored
 * @param slot in seconds since 1970
 */
@RegisterForReflection
public record DigestDue(long memberId, String pace, long slot) {}
