package askme.mail;

import askme.web.WebConfig;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** The address that stops a member's mails, good for whoever holds the mail: signed, for ever, without signing in. */
@ApplicationScoped
class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";
    private final Signer signer;
    private final WebConfig web;

    UnsubscribeLinks(Signer signer, WebConfig web) {
        this.signer = signer;
        this.web = web;
    }

    /** The absolute address for {@code member}. */
    String url(long member) {
        return web.baseUrl() + MailLinks.unsubscribe(signer.seal(PURPOSE, Long.toString(member)));
    }

    /** Whose address ends in {@code token}; empty where we did not make it. */
    OptionalLong member(String token) {
        return signer.open(PURPOSE, token)
                .map(id -> OptionalLong.of(Long.parseLong(id)))
                .orElse(OptionalLong.empty());
    }
}
