package askme.account;

import askme.member.MemberRef;
import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * The content of the page for a member's own data.
 *
 * @param hasAvatar whether there is a picture to remove
 */
@TemplateData
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
     * @param handle the value that its button sends
     * @param device the browser and system, "" if unknown
     * @param here whether it is the session of this request
     */
    @TemplateData
    record OpenSession(String handle, String device, Instant since, Instant seenAt, boolean here) {}
}
