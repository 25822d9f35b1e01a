package askme.mail.choice;

import askme.notification.NotificationKind;
import askme.web.WebConfig;
import askme.web.security.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The signed addresses that turn mails off. They need no session and never expire: the mail is enough. */
@ApplicationScoped
public class UnsubscribeLinks {

    /** The purpose of the links of earlier versions. They turn all mails off. */
    private static final String ALL = "unsubscribe";

    private static final String SOME = "unsubscribe-from";

    private final Signer signer;
    private final WebConfig web;

    UnsubscribeLinks(Signer signer, WebConfig web) {
        this.signer = signer;
        this.web = web;
    }

    /** The absolute address that turns mails about {@code kinds} off, which have the pace {@code pace} now. */
    public String ofKinds(long member, Pace pace, Collection<NotificationKind> kinds) {
        return url(new Subscription(member, pace, List.copyOf(kinds), 0));
    }

    /** The absolute address that mutes a question. */
    public String ofQuestion(long member, long question) {
        return url(new Subscription(member, null, List.of(), question));
    }

    private String url(Subscription subscription) {
        return web.baseUrl() + MailLinks.unsubscribe(signer.seal(SOME, subscription.stored()));
    }

    /** The token of a link of an earlier version. */
    String tokenOfAll(long member) {
        return signer.seal(ALL, Long.toString(member));
    }

    /** The mails that the address with {@code token} turns off; empty if this site did not sign it. */
    Optional<Subscription> open(String token) {
        Optional<Subscription> all = signer.open(ALL, token).map(id -> Subscription.ofAll(Long.parseLong(id)));
        return all.isPresent() ? all : signer.open(SOME, token).flatMap(Subscription::parse);
    }
}
