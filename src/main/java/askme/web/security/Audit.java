package askme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * The log of security events, category {@code askme.audit}. An entry has the event, the member's id and a keyed digest of the
 * network address. The digest groups events of one address without revealing it. Entries have no names and no e-mail addresses.
 */
@ApplicationScoped
public class Audit {

    private static final Logger LOG = Logger.getLogger("askme.audit");
    private static final int DIGEST_CHARS = 12;
    private final Signer signer;
    private final CallerAddress address;

    Audit(Signer signer, CallerAddress address) {
        this.signer = signer;
        this.address = address;
    }

    /** @param member the id of the affected member, 0 if no member is affected */
    public void event(String what, long member) {
        LOG.infof("event=%s member=%d from=%s", what, member, digest());
    }

    /**
     * @param member the id of the affected member, 0 if no member is affected
     * @param by the id of the administrator who did it
     */
    public void event(String what, long member, long by) {
        LOG.infof("event=%s member=%d by=%d from=%s", what, member, by, digest());
    }

    /** Records that {@code by} changed or removed a post of {@code author}. Authors' changes to their posts are not recorded. */
    public void moderated(String what, long author, long by) {
        if (author != by) {
            event(what, author, by);
        }
    }

    private String digest() {
        return signer.sign("audit", address.network()).substring(0, DIGEST_CHARS);
    }
}
