package askme.mail;

import java.net.URI;

/**
 * The identifiers mail programs build threads from (RFC 5322, 3.6.4). A mail's own is made of the job's id, so that a
 * mail sent twice is recognised as one; all mails about a question refer to one root that is never sent.
 */
final class MessageIds {

    private final String host;

    MessageIds(URI baseUrl) {
        host = baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
    }

    /** {@code <job.ID@host>}; what may not stand in an identifier is replaced. */
    String ofJob(String jobId) {
        return "<job." + jobId.replaceAll("[^A-Za-z0-9-]", "-") + "@" + host + ">";
    }

    /** The root of the question's thread. */
    String ofQuestion(long question) {
        return "<question." + question + "@" + host + ">";
    }

    /** The list that mails about answers belong to (RFC 2919). */
    String list(String name) {
        return name + " <answers." + host + ">";
    }
}
