package askme.account.security;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/** The content of the page about the security of the account. */
@TemplateData
record SecurityPage(List<OpenSession> sessions) {

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
