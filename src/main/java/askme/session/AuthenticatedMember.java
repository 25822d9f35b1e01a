package askme.session;

import askme.member.MemberRef;
import java.time.Instant;

/**
 * A session's member.
 *
 * @param admin the account's own flag; the configuration may name more administrators
 * @param seenAt the last use of the session that was stored
 */
record AuthenticatedMember(MemberRef member, boolean admin, Instant seenAt) {}
