package askme.member;

import java.time.Instant;

/**
 * What a session says.
 *
 * @param admin the account's own flag; the configuration may name others
 * @param seenAt when the session was last noted to be in use (UTC)
 */
record SignedIn(MemberRef member, boolean admin, Instant seenAt) {}
