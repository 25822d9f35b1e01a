package askme.session;

import askme.member.MemberRef;
import askme.member.Role;
import java.time.Instant;

/**
 * A session's member.
 *
 * @param role the account's own role; the configuration may name more administrators
 * @param mustConfirm whether the address has to be confirmed before anything is posted
 * @param deleteAt when the account will be deleted; null if it will not
 * @param zone the time zone that the member chose; null if it is the browser's
 * @param seenAt the last use of the session that was stored
 */
record AuthenticatedMember(
        MemberRef member, Role role, Instant seenAt, boolean mustConfirm, Instant deleteAt, String zone) {}
