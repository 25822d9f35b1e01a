package askme.account;

import askme.member.MemberRef;
import askme.web.page.FormErrors;
import java.time.Instant;
import java.util.List;

/**
 * What the page of one's own data shows.
 *
 * @param hasAvatar whether there is a picture to remove
 */
record ProfilePage(
        MemberRef member,
        ProfileForm form,
        boolean wantsMail,
        boolean hasAvatar,
        FormErrors errors,
        List<OpenSession> sessions) {

    /**
     * A line in the list of sessions.
     *
     * @param handle what its button sends
     * @param device the browser and system, "" where unknown
     * @param here whether it is the one this page is read in
     */
    record OpenSession(String handle, String device, Instant since, Instant seenAt, boolean here) {}
}
