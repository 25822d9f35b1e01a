package askme.mail.choice;

import askme.web.WebConfig;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** The signed address that turns a member's mails off. It needs no session and never expires: the mail is enough. */
@ApplicationScoped
public class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";
    private final Signer signer;
    private final WebConfig web;

    UnsubscribeLinks(Signer signer, WebConfig web) {
        this.signer = signer;
        this.web = web;
    }

    /** The absolute address for {@code member}. */
    public String url(long member) {
        return web.baseUrl() + MailLinks.unsubscribe(signer.seal(PURPOSE, Long.toString(member)));
    }

    /** The member whose address ends in {@code token}; empty if this site did not sign it. */
    OptionalLong member(String token) {
        return signer.open(PURPOSE, token)
                .map(id -> OptionalLong.of(Long.parseLong(id)))
                .orElse(OptionalLong.empty());
    }
}
