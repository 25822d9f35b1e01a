package askme.session;

import askme.member.MemberRef;
import java.time.Instant;

/**
 * What a session says.
 *
 * @param admin the account's own flag; the configuration may name others
 * @param seenAt when the session was last noted to be in use (UTC)
 */
record AuthenticatedMember(MemberRef member, boolean admin, Instant seenAt) {}
