package askme.web.security;

import io.vertx.ext.web.RoutingContext;
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

    Audit(Signer signer) {
        this.signer = signer;
    }

    /** @param member the member's id, 0 if there is no member */
    public void event(String what, long member, RoutingContext from) {
        LOG.infof("event=%s member=%d from=%s", what, member, digest(from));
    }

    /**
     * @param member the id of the affected member, 0 if there is no member
     * @param by the id of the administrator who did it
     */
    public void event(String what, long member, long by, RoutingContext from) {
        LOG.infof("event=%s member=%d by=%d from=%s", what, member, by, digest(from));
    }

    /** Records that {@code by} changed or removed a post of {@code author}. Authors' changes to their posts are not recorded. */
    public void moderated(String what, long author, long by, RoutingContext from) {
        if (author != by) {
            event(what, author, by, from);
        }
    }

    private String digest(RoutingContext from) {
        String address = Caller.network(from.request().remoteAddress().hostAddress());
        return signer.sign("audit", address).substring(0, DIGEST_CHARS);
    }
}
