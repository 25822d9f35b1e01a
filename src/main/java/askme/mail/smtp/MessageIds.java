package askme.mail.smtp;

import java.net.URI;

/**
 * The identifiers from which mail programs build threads (RFC 5322, 3.6.4). The identifier of a mail contains the job's
 * id, so that a mail program recognises a mail that was sent twice. All mails about a question refer to one root, which
 * is never sent.
 */
public final class MessageIds {

    private final String host;

    public MessageIds(URI baseUrl) {
        host = baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
    }

    /** {@code <job.ID@host>}; characters that an identifier must not contain are replaced. */
    public String ofJob(String jobId) {
        return "<job." + jobId.replaceAll("[^A-Za-z0-9-]", "-") + "@" + host + ">";
    }

    /** The root of the question's thread. */
    public String ofQuestion(long question) {
        return "<question." + question + "@" + host + ">";
    }

    /** The mailing list of mails about answers (RFC 2919). A name that is no plain word is left out, because the header has no encoding. */
    public String list(String name) {
        return (name.matches("[A-Za-z0-9 ]+") ? name + " " : "") + "<answers." + host + ">";
    }
}
