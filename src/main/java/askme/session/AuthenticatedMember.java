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
 * @param confirmedAt when the member last proved in this session who it is; null if a provider vouched for the member
 * @param secondFactor whether a sign-in to the account needs a second factor
 * @param provider the provider that opened the session; null for other ways
 */
record AuthenticatedMember(
        MemberRef member,
        Role role,
        Instant seenAt,
        boolean mustConfirm,
        Instant deleteAt,
        String zone,
        Instant confirmedAt,
        boolean secondFactor,
        String provider) {

    AuthenticatedMember(MemberRef member, Role role, Instant seenAt) {
        this(member, role, seenAt, false, null, null, null, false, null);
    }
}
